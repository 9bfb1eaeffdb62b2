import { Button, Modal, SegmentedControl } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Receipt } from '../../../shared/domain/payment/receipt.ts'
import { useLocale } from '../../i18n/locale.ts'
import { tellAct } from '../../live/last-act.ts'
import { shell } from '../../live/shell.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient } from '../../live/use-live.ts'
import { useQuery } from '../../live/use-query.ts'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { PanelSkeleton } from '../../ui/frame/skeletons.tsx'
import { LanguageChoice } from '../language-choice.tsx'
import { nextIsCopy } from './is-copy.ts'
import { printPaper, savePaper } from './paper-out.ts'
import { ReceiptPaper } from './receipt-paper.tsx'
import { papers, ReceiptSheet } from './receipt-sheet.tsx'
import type { Paper } from './receipt-sheet.tsx'
import { useReceipts } from './use-receipts.ts'
import type { WantedReceipt } from './use-receipts.ts'
import '../../ui/frame/screen.css'

const noPages: ReadonlyMap<number, string> = new Map()

type Going = { receipts: readonly Receipt[]; how: 'print' | 'save' }

/** Receipts to look at, print or save; each that has been printed before is marked as a copy. */
export function ReceiptDialog({
  wanted,
  onClose,
}: {
  wanted: readonly WantedReceipt[]
  onClose: () => void
}) {
  const { t } = useTranslation('payment')
  const hub = useClient()
  const spoken = useLocale((locale) => locale.language)
  const [language, setLanguage] = useState(spoken)
  const [paper, setPaper] = useRemembered<Paper>('receipt.paper', 'roll80', (stored) =>
    papers.find((known) => known === stored),
  )
  const made = useReceipts(wanted)
  const info = useQuery('hub.info', (signal) => hub.hub.info(undefined, { signal }))
  const [going, setGoing] = useState<Going | null>(null)
  const [notSaved, setNotSaved] = useState(false)
  const receipts = made.data?.receipts ?? []
  const practice = (receipt: Receipt) => receipt.mode === 'practice' || info.data?.demo === true
  // Counted before it leaves: two originals can't come of a printer that jams.
  const counting = useAct(async (how: Going['how']) => {
    const printed: Receipt[] = []
    for (const { number } of receipts) printed.push(await hub.receipt.printed({ number }))
    setGoing({ receipts: printed, how })
    return true
  })
  const out = async (sheetsPx: readonly number[]) => {
    if (going === null) return
    const [first] = going.receipts
    const outcome =
      going.how === 'print'
        ? await printPaper(paper, sheetsPx)
        : await savePaper(`${t('receipt.title', { number: first?.number })}.pdf`, paper, sheetsPx)
    setGoing(null)
    made.reload()
    setNotSaved(outcome === 'failed')
    if (outcome !== 'done') return
    const count = going.receipts.length
    tellAct(going.how === 'print' ? t('receipt.printed', { count }) : t('receipt.savedAs'))
  }
  const [only] = receipts
  const title =
    receipts.length === 1 && only
      ? t('receipt.title', { number: only.number })
      : t('receipt.many', { count: receipts.length })
  return (
    <Modal
      opened
      onClose={onClose}
      size={paper === 'a4' ? 640 : 480}
      title={made.state === 'ready' ? title : t('receipt.making')}
      closeButtonProps={{ 'aria-label': t('open.done') }}
    >
      <div className="lp-receipt-dialog">
        <ErrorNote error={made.error ?? counting.error} onRetry={made.reload} />
        <div className="lp-receipt-choices">
          <SegmentedControl
            aria-label={t('receipt.paper')}
            value={paper}
            data={[
              { value: 'roll80', label: t('receipt.roll') },
              { value: 'a4', label: t('receipt.a4') },
            ]}
            onChange={(value) => setPaper(papers.find((known) => known === value) ?? 'roll80')}
          />
          <LanguageChoice value={language} onChange={setLanguage} />
        </div>
        {made.data === undefined ? (
          <PanelSkeleton height={360} />
        ) : (
          <div
            className="lp-receipt-desk"
            role="region"
            tabIndex={0}
            aria-label={t('receipt.preview')}
          >
            {receipts.map((receipt) => (
              <ReceiptSheet
                key={receipt.id}
                receipt={receipt}
                language={language}
                paper={paper}
                copy={nextIsCopy(receipt)}
                practice={practice(receipt)}
                page={made.data?.pages.get(receipt.number) ?? null}
              />
            ))}
          </div>
        )}
        <Notes receipts={receipts} without={made.data?.without ?? 0} />
        {notSaved ? <p className="lp-soft">{t('receipt.notSaved')}</p> : null}
        {shell() === undefined ? <p className="lp-soft">{t('receipt.noPdf')}</p> : null}
        <div className="lp-confirm-buttons">
          {shell() === undefined ? null : (
            <Button
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden="true" />}
              disabled={receipts.length === 0}
              onClick={() => void counting.run('save')}
            >
              {t('receipt.save')}
            </Button>
          )}
          <Button
            leftSection={<IconPrinter size={16} aria-hidden="true" />}
            data-autofocus
            disabled={receipts.length === 0}
            loading={counting.busy || going !== null}
            onClick={() => void counting.run('print')}
          >
            {t('receipt.print')}
          </Button>
        </div>
      </div>
      {going === null ? null : (
        <ReceiptPaper
          receipts={going.receipts}
          language={language}
          paper={paper}
          practice={going.receipts.some(practice)}
          pages={made.data?.pages ?? noPages}
          onDrawn={(sheetsPx) => void out(sheetsPx)}
        />
      )}
    </Modal>
  )
}

/** What there is to know before it is printed. */
function Notes({ receipts, without }: { receipts: readonly Receipt[]; without: number }) {
  const { t } = useTranslation('payment')
  const copies = receipts.some(nextIsCopy)
  const unnamed = receipts.some(({ seller }) => seller.name === '')
  return (
    <>
      {without > 0 ? <p className="lp-soft">{t('receipt.some', { count: without })}</p> : null}
      {unnamed ? <p className="lp-take-warning lp-take-note">{t('receipt.unnamed')}</p> : null}
      {copies ? <p className="lp-soft">{t('receipt.willBeCopy')}</p> : null}
    </>
  )
}
