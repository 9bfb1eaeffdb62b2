import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { Instant } from '../../../shared/time/instant.ts'

/** How many bookings a rule has ahead, and how many of them have no place. */
export type Ahead = { readonly all: number; readonly waiting: number }

/** The bookings ahead by their rule, those that still count. */
export function aheadOf(bookings: readonly Booking[], now: Instant): ReadonlyMap<string, Ahead> {
  const ahead = new Map<string, Ahead>()
  for (const { recurringId, state, arrivesAt, stationId } of bookings) {
    if (recurringId === null || arrivesAt <= now) continue
    if (state !== 'confirmed' && state !== 'requested') continue
    const { all, waiting } = ahead.get(recurringId) ?? { all: 0, waiting: 0 }
    ahead.set(recurringId, { all: all + 1, waiting: waiting + (stationId === null ? 1 : 0) })
  }
  return ahead
}
