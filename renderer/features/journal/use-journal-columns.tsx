import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useNow } from '../../live/use-now.ts'
import { InertText } from '../../ui/mark/inert-text.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import type { JournalWords } from './use-journal-words.ts'

/** The journal's columns. None is sorted by: the hub has the order. */
export function useJournalColumns(words: JournalWords): readonly TableColumn<JournalEntry>[] {
  const { t } = useTranslation('journal')
  const format = useFormat()
  const now = useNow(60_000)
  return useMemo(
    () => [
      {
        id: 'at',
        title: t('at'),
        fixed: true,
        width: 128,
        cell: (row) => (
          <time title={`${format.day(row.at)} ${format.clockSeconds(row.at)}`}>
            {format.momentSeconds(row.at, now)}
          </time>
        ),
      },
      {
        id: 'actor',
        title: t('actor'),
        width: 120,
        grow: 1,
        cell: (row) => words.actor(row.actor),
      },
      {
        id: 'act',
        title: t('act'),
        fixed: true,
        width: 190,
        grow: 2,
        cell: (row) => words.act(row.act),
      },
      {
        id: 'subject',
        title: t('subject'),
        width: 120,
        grow: 1,
        cell: (row) => words.subject(row),
      },
      {
        id: 'reason',
        title: t('reason'),
        width: 120,
        grow: 1,
        cell: (row) => <InertText text={row.reason} max={120} />,
      },
    ],
    [t, format, now, words],
  )
}
