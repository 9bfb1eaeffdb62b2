import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/locale.ts'
import { tellAct } from '../../../live/last-act.ts'
import { printPaper, savePaper } from '../../../payment/receipt/paper-out.ts'
import { saveText } from '../../../ui/share/save-text.ts'
import { dayCsv } from './day-csv.ts'
import { meansThatMoved } from './hour-row.ts'
import type { ShownDay } from './use-day.ts'

/** How a day leaves the window. */
export interface DayOut {
  /** What is being drawn for paper now. */
  readonly going: 'print' | 'pdf' | null
  /** Whether the last file could not be written. */
  readonly failed: boolean
  readonly begin: (how: 'print' | 'pdf') => void
  /** Sends what has been drawn, of that height in px. */
  readonly drawn: (sheetsPx: readonly number[]) => Promise<void>
  readonly csv: () => Promise<void>
}

/** Sends a day to paper, by the same way as receipts, or saves it as a table. */
export function useDayOut(shown: ShownDay | null): DayOut {
  const { t } = useTranslation(['reports', 'payment'])
  const { language, timeZone } = useLocale()
  const [going, setGoing] = useState<'print' | 'pdf' | null>(null)
  const [failed, setFailed] = useState(false)
  const name = (ending: string) =>
    `${t('reports:day.export.fileName', { date: shown?.date ?? '' })}.${ending}`
  return {
    going,
    failed,
    begin: setGoing,
    drawn: async (sheetsPx) => {
      const outcome =
        going === 'print'
          ? await printPaper('a4', sheetsPx)
          : await savePaper(name('pdf'), 'a4', sheetsPx)
      setGoing(null)
      setFailed(outcome === 'failed')
      if (outcome !== 'done') return
      tellAct(
        going === 'print'
          ? t('reports:day.export.printed')
          : t('reports:day.export.saved', { name: name('pdf') }),
      )
    },
    csv: async () => {
      if (shown === null) return
      const words = {
        hour: t('reports:day.table.hour'),
        means: (means: Parameters<typeof meansWord>[0]) => meansWord(means),
        revenue: t('reports:day.table.revenue'),
        energy: t('reports:day.table.energy'),
        plugged: t('reports:day.table.plugged'),
        charging: t('reports:day.table.charging'),
        sessions: t('reports:day.table.sessions'),
        sum: t('reports:day.table.sum'),
      }
      const { currency } = shown.figures.day
      const about = { language, timeZone, currency }
      const text = dayCsv(shown.hours, meansThatMoved(shown.hours), words, about)
      const outcome = await saveText(name('csv'), text)
      setFailed(outcome === 'failed')
      if (outcome === 'saved') tellAct(t('reports:day.export.saved', { name: name('csv') }))
    },
  }

  function meansWord(means: ReturnType<typeof meansThatMoved>[number]): string {
    return t(`payment:means.${means}`)
  }
}
