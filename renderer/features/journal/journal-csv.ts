import { csvText, harmless } from '../../../shared/domain/import/csv-text.ts'
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts'
import type { Language } from '../../i18n/locale.ts'

/** What a table of the journal is called in the reader's language, and how its cells are said. */
export interface JournalCsvWords {
  readonly head: readonly [
    at: string,
    actor: string,
    act: string,
    noun: string,
    subject: string,
    reason: string,
    before: string,
    after: string,
  ]
  readonly actor: (actor: string) => string
  readonly act: (act: string) => string
  readonly noun: (noun: string) => string
  readonly subject: (entry: JournalEntry) => string
}

const delimiters: Record<Language, string> = { en: ',', sv: ';' }

/**
 * Lines of the journal as the spreadsheets of a language read CSV. Times are the site's own, with their distance from
 * UTC; both sides of what was changed stand as JSON, as they were written down.
 */
export function journalCsv(
  entries: readonly JournalEntry[],
  words: JournalCsvWords,
  { language, timeZone }: { language: Language; timeZone: string },
): string {
  const rows = entries.map((entry) =>
    [
      Temporal.Instant.fromEpochMilliseconds(entry.at)
        .toZonedDateTimeISO(timeZone)
        .toString({ timeZoneName: 'never', fractionalSecondDigits: 3 }),
      words.actor(entry.actor),
      words.act(entry.act),
      words.noun(entry.noun),
      words.subject(entry) || entry.nounId,
      entry.reason ?? '',
      side(entry.before),
      side(entry.after),
    ].map(harmless),
  )
  return csvText([[...words.head], ...rows], delimiters[language])
}

function side(value: unknown): string {
  return value === null || value === undefined ? '' : JSON.stringify(value)
}
