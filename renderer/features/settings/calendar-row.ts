import type { CalendarFeed } from '../../../shared/contract/calendar.ts'
import type { Customer } from '../../../shared/domain/customer/customer.ts'
import type { Station } from '../../../shared/domain/station/station.ts'

/** A station or a customer that has a calendar or may get one. */
export type CalendarRow = {
  /** The subject's own id. */
  id: string
  kind: CalendarFeed['kind']
  name: string
  feed: CalendarFeed | null
}

/** All that calendars can be of, with those that are open. */
export function calendarRows(
  stations: readonly Station[],
  customers: readonly Customer[],
  feeds: readonly CalendarFeed[],
): CalendarRow[] {
  const known = new Map(feeds.map((feed) => [feed.subjectId, feed]))
  const rowOf =
    (kind: CalendarRow['kind']) =>
    ({ id, name }: { id: string; name: string }): CalendarRow => ({
      id,
      kind,
      name,
      feed: known.get(id) ?? null,
    })
  return [
    ...customers.filter(({ archivedAt }) => archivedAt === null).map(rowOf('customer')),
    ...stations.filter(({ retiredAt }) => retiredAt === null).map(rowOf('station')),
  ]
}
