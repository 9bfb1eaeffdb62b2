import { useEffect, useMemo, useState } from 'react'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { DAY } from '../../../shared/time/instant.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { HubClient } from '../../live/link.ts'
import { useClient } from '../../live/use-live.ts'
import { useQuery } from '../../live/use-query.ts'
import { useTimelineView } from './view-store.ts'

/** How far back the live rows reach. */
const LIVE_MS = 2 * DAY
const PAGE = 1_000

const none: readonly Booking[] = []

/** The bookings of days long past, as far as they are wanted and have come. */
interface OlderBookings {
  readonly rows: readonly Booking[]
  /** Why the last question failed; null when it did not. */
  readonly error: unknown
  readonly reload: () => void
}

/**
 * The bookings of a window that lies further back than the live rows; none are asked for while it does not. What came
 * for one window is shown until the next is here, so that bars don't blink while one pans.
 */
export function useOlderBookings(now: Instant): OlderBookings {
  const hub = useClient()
  // Whole days, so that panning asks once a day and not once a pixel.
  const from = useTimelineView(({ window }) => Math.floor(window.from / DAY) * DAY)
  const windowUntil = useTimelineView(({ window }) => Math.ceil(window.until / DAY) * DAY)
  const liveFrom = Math.floor((now - LIVE_MS) / DAY) * DAY
  const until = Math.min(windowUntil, liveFrom + 2 * DAY)
  const wanted = from < liveFrom
  const key = wanted ? `older:${from}:${until}` : 'older:none'
  const query = useQuery(key, (signal) =>
    wanted ? everyPage(hub, from, until, signal) : Promise.resolve(none),
  )
  const [last, setLast] = useState(none)
  useEffect(() => {
    if (query.data !== undefined) setLast(query.data)
  }, [query.data])
  return {
    rows: query.data ?? last,
    error: query.state === 'failed' ? query.error : null,
    reload: query.reload,
  }
}

/** Old and live bookings by id; the live ones are the fresher. The same map while neither has changed. */
export function useMergedBookings(
  live: ReadonlyMap<string, Booking>,
  older: readonly Booking[],
): ReadonlyMap<string, Booking> {
  return useMemo(() => {
    if (older.length === 0) return live
    const all = new Map(older.map((booking) => [booking.id, booking]))
    for (const [id, booking] of live) all.set(id, booking)
    return all
  }, [live, older])
}

async function everyPage(
  hub: HubClient,
  from: Instant,
  until: Instant,
  signal: AbortSignal,
): Promise<readonly Booking[]> {
  const rows: Booking[] = []
  let after: string | undefined
  do {
    const page = await hub.booking.list(
      { from, until, limit: PAGE, ...(after === undefined ? {} : { after }) },
      { signal },
    )
    rows.push(...page.rows)
    after = page.next ?? undefined
  } while (after !== undefined)
  return rows
}
