import { useFormat } from '../../i18n/use-format.ts'
import { useClient } from '../../live/use-live.ts'
import { useQuery } from '../../live/use-query.ts'
import { visitRows } from './visit-rows.ts'
import type { VisitRow } from './visit-rows.ts'

/** A visit that isn't live any more, such as one that the journal tells of; nothing is asked where it is. */
export function useOldVisit(
  id: string,
  isLive: boolean,
): { row: VisitRow | undefined; error: unknown; reload: () => void } {
  const hub = useClient()
  const format = useFormat()
  const asked = useQuery(isLive ? 'visit:live' : `visit:${id}`, async (signal) => {
    if (isLive) return null
    const visit = await hub.visit.get({ id }, { signal })
    const booking =
      visit.bookingId === null
        ? null
        : await hub.booking.get({ id: visit.bookingId }, { signal }).catch(() => null)
    const bookings = new Map(booking === null ? [] : [[booking.id, booking]])
    return visitRows([visit], bookings, Date.now(), format.day)[0] ?? null
  })
  return { row: asked.data ?? undefined, error: asked.error, reload: asked.reload }
}
