import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useRows } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import { InertText } from '../../ui/inert-text.tsx'
import { useActorWords } from '../../ui/use-actor-words.ts'
import type { TableColumn } from '../../ui/table-column.ts'
import { isKnownAct } from './journal-words.ts'

/** The journal's columns, and an entry as one text to search in. */
export function useJournalColumns() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const now = useNow(60_000)
  const stations = useRows('station')
  const actorWords = useActorWords()
  return useMemo(() => {
    const names = new Map(stations.map((station) => [station.id, station.name]))
    const actWords = (entry: JournalEntry) =>
      isKnownAct(entry.act) ? t(`journal.acts.${entry.act}`) : entry.act
    const subject = (entry: JournalEntry) =>
      names.get(entry.nounId) ?? nameIn(entry.after) ?? nameIn(entry.before) ?? ''
    const columns: TableColumn<JournalEntry>[] = [
      {
        id: 'at',
        title: t('journal.at'),
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
        title: t('journal.actor'),
        width: 120,
        grow: 1,
        cell: (row) => actorWords(row.actor),
      },
      {
        id: 'act',
        title: t('journal.act'),
        width: 180,
        grow: 2,
        cell: (row) => <InertText text={actWords(row)} max={60} />,
      },
      {
        id: 'subject',
        title: t('journal.subject'),
        width: 120,
        grow: 1,
        cell: (row) => <InertText text={subject(row)} max={60} />,
      },
      {
        id: 'reason',
        title: t('journal.reason'),
        width: 120,
        grow: 1,
        cell: (row) => <InertText text={row.reason} max={120} />,
      },
    ]
    const textOf = (entry: JournalEntry) =>
      `${actorWords(entry.actor)} ${entry.actor} ${actWords(entry)} ${entry.act} ${subject(entry)} ${entry.reason ?? ''}`
    return { columns, textOf }
  }, [t, format, now, stations, actorWords])
}

/** The word a row is known by, in what was written down of it. */
function nameIn(side: unknown): string | null {
  if (typeof side !== 'object' || side === null) return null
  const known = {
    plate: null,
    name: null,
    idToken: null,
    chargePointId: null,
    action: null,
    ...side,
  }
  for (const word of [
    known.plate,
    known.name,
    known.idToken,
    known.chargePointId,
    known.action,
  ] as unknown[]) {
    if (typeof word === 'string' && word !== '') return word
  }
  return null
}
