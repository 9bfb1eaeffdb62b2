import { Button, Modal } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InvoiceDetail } from '../../../../../shared/contract/invoice.ts'
import { tellAct } from '../../../../live/last-act.ts'
import { shell } from '../../../../live/shell.ts'
import { printPaper, savePaper } from '../../../../payment/receipt/paper-out.ts'
import { inert } from '../../../../ui/mark/inert.ts'
import { usePractice } from '../use-practice.ts'
import { InvoicePaper } from './invoice-paper.tsx'
import { InvoiceSheet } from './invoice-sheet.tsx'
import { useInvoiceFileName } from './use-file-name.ts'
import '../../../../ui/frame/screen.css'

/** An invoice as it is printed, to print or to save. */
export function InvoiceDialog({
  detail: { invoice, lines },
  onClose,
}: {
  detail: InvoiceDetail
  onClose: () => void
}) {
  const { t } = useTranslation('invoice')
  const [going, setGoing] = useState<'print' | 'save' | null>(null)
  const [notSaved, setNotSaved] = useState(false)
  const practice = usePractice()
  const fileName = useInvoiceFileName()
  const name = inert(invoice.name, 30).text
  const out = async () => {
    if (going === null) return
    const outcome =
      going === 'print' ? await printPaper('a4', []) : await savePaper(fileName(invoice), 'a4', [])
    setGoing(null)
    setNotSaved(outcome === 'failed')
    if (outcome === 'done')
      tellAct(t(going === 'print' ? 'paper.printed' : 'paper.saved', { name }))
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size={760}
      title={t(`kind.${invoice.kind}Named`, { name })}
      closeButtonProps={{ 'aria-label': t('paper.close') }}
    >
      <div className="lp-invoice-dialog">
        <div className="lp-invoice-desk" role="region" tabIndex={0} aria-label={t('paper.preview')}>
          <InvoiceSheet invoice={invoice} lines={lines} practice={practice} />
        </div>
        {notSaved ? <p role="alert">{t('paper.notSaved')}</p> : null}
        <div className="lp-confirm-buttons">
          {shell() === undefined ? null : (
            <Button
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden="true" />}
              onClick={() => setGoing('save')}
            >
              {t('paper.save')}
            </Button>
          )}
          <Button
            leftSection={<IconPrinter size={16} aria-hidden="true" />}
            data-autofocus
            loading={going !== null}
            onClick={() => setGoing('print')}
          >
            {t('paper.print')}
          </Button>
        </div>
      </div>
      {going === null ? null : (
        <InvoicePaper
          invoice={invoice}
          lines={lines}
          practice={practice}
          onDrawn={() => void out()}
        />
      )}
    </Modal>
  )
}
