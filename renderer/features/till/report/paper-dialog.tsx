import { Button, Modal, SegmentedControl } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/locale.ts'
import type { Language } from '../../../i18n/locale.ts'
import { tellAct } from '../../../live/last-act.ts'
import { shell } from '../../../live/shell.ts'
import { LanguageChoice } from '../../../payment/language-choice.tsx'
import { DrawnPaper } from '../../../payment/receipt/drawn-paper.tsx'
import { printPaper, savePaper } from '../../../payment/receipt/paper-out.ts'
import { papers } from '../../../payment/receipt/receipt-sheet.tsx'
import type { Paper } from '../../../payment/receipt/receipt-sheet.tsx'
import { useRemembered } from '../../../ui/remembered.ts'
import '../../../payment/take/take.css'
import '../../../ui/frame/screen.css'

/** A report to look at, print or save. */
export function PaperDialog({
  title,
  fileName,
  sheet,
  onClose,
}: {
  title: string
  /** What a saved one is called, without its ending. */
  fileName: string
  sheet: (language: Language, paper: Paper) => ReactNode
  onClose: () => void
}) {
  const { t } = useTranslation('till')
  const spoken = useLocale((locale) => locale.language)
  const [language, setLanguage] = useState(spoken)
  const [paper, setPaper] = useRemembered<Paper>('till.paper', 'roll80', (stored) =>
    papers.find((known) => known === stored),
  )
  const [going, setGoing] = useState<'print' | 'save' | null>(null)
  const [notSaved, setNotSaved] = useState(false)
  const out = async (sheetsPx: readonly number[]) => {
    const outcome =
      going === 'print'
        ? await printPaper(paper, sheetsPx)
        : await savePaper(`${fileName}.pdf`, paper, sheetsPx)
    setGoing(null)
    setNotSaved(outcome === 'failed')
    if (outcome === 'done') tellAct(t(going === 'print' ? 'paper.printed' : 'paper.saved'))
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size={paper === 'a4' ? 860 : 480}
      title={title}
      closeButtonProps={{ 'aria-label': t('paper.close') }}
    >
      <div className="lp-receipt-dialog">
        <div className="lp-receipt-choices">
          <SegmentedControl
            aria-label={t('paper.kind')}
            value={paper}
            data={[
              { value: 'roll80', label: t('paper.roll') },
              { value: 'a4', label: t('paper.a4') },
            ]}
            onChange={(value) => setPaper(papers.find((known) => known === value) ?? 'roll80')}
          />
          <LanguageChoice value={language} onChange={setLanguage} />
        </div>
        <div className="lp-receipt-desk" role="region" tabIndex={0} aria-label={t('paper.preview')}>
          {sheet(language, paper)}
        </div>
        {notSaved ? <p className="lp-soft">{t('paper.notSaved')}</p> : null}
        {shell() === undefined ? <p className="lp-soft">{t('paper.noPdf')}</p> : null}
        <div className="lp-confirm-buttons">
          {shell() === undefined ? null : (
            <Button
              size="lg"
              variant="default"
              leftSection={<IconDownload size={18} aria-hidden="true" />}
              disabled={going !== null}
              onClick={() => setGoing('save')}
            >
              {t('paper.save')}
            </Button>
          )}
          <Button
            size="lg"
            leftSection={<IconPrinter size={18} aria-hidden="true" />}
            data-autofocus
            loading={going !== null}
            onClick={() => setGoing('print')}
          >
            {t('paper.print')}
          </Button>
        </div>
      </div>
      {going === null ? null : (
        <DrawnPaper paper={paper} onDrawn={(sheetsPx) => void out(sheetsPx)}>
          {sheet(language, paper)}
        </DrawnPaper>
      )}
    </Modal>
  )
}
