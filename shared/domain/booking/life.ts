import { MINUTE, type Instant } from '../../time/instant.ts'
import type { Id } from '../id/id.ts'
import type { BookingTerms } from '../site/booking-terms.ts'
import type { Booking } from './booking.ts'
import { presentStates } from './states.ts'
import { isReserved } from './reservation.ts'

/** What happens to a booking, as the columns it changes; null when nothing does. */
export type Turn = Partial<Booking> | null

/** Its car is plugged in. One that was thought never to come is welcome all the same. */
export function arrive({ state }: Booking, at: Instant): Turn {
  if (state !== 'requested' && state !== 'confirmed' && state !== 'noShow') return null
  return { state: 'arrived', arrivedAt: at }
}

/** Its car charges, for the first time or again. The charger's reservation has served its purpose. */
export function beginCharging(booking: Booking, transactionId: Id, at: Instant): Turn {
  const { state, arrivedAt } = booking
  if (state === 'cancelled' || state === 'left') return null
  if (state === 'charging' && booking.transactionId === transactionId) return null
  return {
    state: 'charging',
    transactionId,
    arrivedAt: presentStates.has(state) && arrivedAt !== null ? Math.min(arrivedAt, at) : at,
    finishedAt: null,
    leftAt: null,
    ...(isReserved(booking) ? { reservation: 'released' as const } : {}),
  }
}

/** It has charged and stands there still. */
export function finishCharging({ state, arrivedAt }: Booking, at: Instant): Turn {
  if (state !== 'charging') return null
  return { state: 'finished', finishedAt: Math.max(at, arrivedAt ?? at) }
}

/** It has charged and is gone, both told at once. */
export function finishAndLeave(booking: Booking, stoppedAt: Instant, at: Instant): Turn {
  const finished = finishCharging(booking, stoppedAt)
  if (finished === null) return null
  return { ...finished, ...leave({ ...booking, ...finished }, at) }
}

/** Its car is gone. */
export function leave({ state, arrivedAt, finishedAt }: Booking, at: Instant): Turn {
  if (!presentStates.has(state)) return null
  const leftAt = Math.max(at, finishedAt ?? arrivedAt ?? at)
  return { state: 'left', leftAt, finishedAt: state === 'charging' ? leftAt : finishedAt }
}

/**
 * Its car was unplugged before it charged. As long as the booking waits for its car it waits again; after that the
 * car has left.
 */
export function unplug(
  booking: Booking,
  at: Instant,
  { graceMin }: Pick<BookingTerms, 'graceMin'>,
): Turn {
  if (booking.state !== 'arrived') return null
  return at < booking.arrivesAt + graceMin * MINUTE ? awaitAgain(booking) : leave(booking, at)
}

/** The car that was taken for its turned out to be another's. */
export function awaitAgain({ state }: Booking): Turn {
  return state === 'arrived' ? { state: 'confirmed', arrivedAt: null } : null
}
