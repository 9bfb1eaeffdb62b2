import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts'
import { useLocale } from '../../i18n/locale.ts'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient } from '../../live/use-live.ts'
import type { JournalFilter } from '../../navigation/journal-address.ts'
import { saveText } from '../../ui/share/save-text.ts'
import { journalCsv } from './journal-csv.ts'
import { journalQueryOf } from './journal-query.ts'
import type { JournalWords } from './use-journal-words.ts'

const PAGE = 1_000

/** More lines than this are no file for a spreadsheet, and are asked for by a narrower filter. */
const MOST = 100_000

/** Fetches every line that fits the filter and saves it as CSV; how many there are so far, and why it failed. */
export function useJournalExport(filter: JournalFilter, words: JournalWords) {
  const { t } = useTranslation('journal')
  const hub = useClient()
  const { language, timeZone } = useLocale()
  const [soFar, setSoFar] = useState(0)
  const act = useAct(async () => {
    setSoFar(0)
    const asked = journalQueryOf(filter, Date.now(), timeZone)
    const entries: JournalEntry[] = []
    let after: string | undefined
    do {
      const page = await hub.journal.list({ ...asked, limit: PAGE, ...(after ? { after } : {}) })
      entries.push(...page.rows)
      setSoFar(entries.length)
      after = page.next ?? undefined
    } while (after !== undefined && entries.length < MOST)
    const text = journalCsv(
      entries,
      {
        head: [
          ...([t('at'), t('actor'), t('act'), t('noun')] as const),
          ...([t('subject'), t('reason'), t('before'), t('after')] as const),
        ],
        ...words,
      },
      { language, timeZone },
    )
    const day = Temporal.Now.plainDateISO(timeZone).toString()
    const saved = await saveText(`${t('file')}-${day}.csv`, text)
    if (saved === 'failed') throw new Error(t('exportFailed'))
    if (saved === 'saved')
      tellAct(
        after === undefined
          ? t('exported', { count: entries.length })
          : t('tooMany', { count: entries.length }),
      )
  })
  const { run } = act
  const save = useCallback(() => void run(undefined), [run])
  return { save, busy: act.busy, error: act.error, soFar }
}
