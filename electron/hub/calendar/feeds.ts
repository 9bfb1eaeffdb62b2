import type { Id } from '../../../shared/domain/id/id.ts'
import type { CalendarFeedRow } from '../store/own-rows.ts'
import type { Writes } from '../store/writes.ts'

export type FeedSubject = Pick<CalendarFeedRow, 'kind' | 'subjectId'>

/** The calendar of a station or a customer, made when there is none yet; null when there is no such thing. */
export function feedOf(
  tx: Writes,
  { kind, subjectId }: FeedSubject,
  language: CalendarFeedRow['language'] | undefined,
): CalendarFeedRow | null {
  if (!tx.get(kind, subjectId)) return null
  const [known] = tx.find('calendarFeed', { kind, subjectId })
  if (known && (language === undefined || language === known.language)) return known
  if (known) return tx.update('calendarFeed', known.id, { language }) ?? known
  const feed: CalendarFeedRow = {
    id: tx.newId(),
    kind,
    subjectId,
    language: language ?? 'en',
    generation: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  }
  tx.insert('calendarFeed', feed)
  tx.journal({ act: 'calendar.open', noun: 'calendar', nounId: feed.id, after: feed })
  return feed
}

/** Gives a calendar its next address; null when there is no such calendar. */
export function renewFeed(tx: Writes, id: Id): CalendarFeedRow | null {
  const before = tx.get('calendarFeed', id)
  if (!before) return null
  const generation = before.generation + 1
  const after = tx.update('calendarFeed', id, { generation, updatedAt: tx.now }) ?? before
  tx.journal({ act: 'calendar.renew', noun: 'calendar', nounId: id, before, after })
  return after
}

/** Closes a calendar; one that is opened again is another. Null when there is no such calendar. */
export function closeFeed(tx: Writes, id: Id): CalendarFeedRow | null {
  const before = tx.get('calendarFeed', id)
  if (!before) return null
  tx.remove('calendarFeed', id)
  tx.journal({ act: 'calendar.close', noun: 'calendar', nounId: id, before })
  return before
}
