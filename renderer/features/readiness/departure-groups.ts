import { HOUR } from '../../../shared/time/instant.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { needsHand } from './readiness-row.ts'
import type { ReadinessRow } from './readiness-row.ts'

/** The cars that depart within one hour of the clock; `from` is null for those that should have left. */
export interface DepartureGroup {
  readonly key: string
  readonly from: Instant | null
  readonly until: Instant
  readonly rows: readonly ReadinessRow[]
  readonly troubled: number
}

/** Rows, already in the order of their departure, by the hour of the site's clock they depart in. */
export function departureGroups(
  rows: readonly ReadinessRow[],
  now: Instant,
  timeZone: string,
): DepartureGroup[] {
  const groups = Map.groupBy(rows, ({ booking: { departsAt } }) =>
    departsAt <= now ? null : hourOf(departsAt, timeZone),
  )
  return [...groups].map(([from, mine]) => ({
    key: from === null ? 'overdue' : String(from),
    from,
    until: (from ?? now) + HOUR,
    rows: mine,
    troubled: mine.filter(needsHand).length,
  }))
}

/** When the hour of the clock began: not every zone is whole hours away from UTC. */
function hourOf(at: Instant, timeZone: string): Instant {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .round({ smallestUnit: 'hour', roundingMode: 'floor' }).epochMilliseconds
}
