import type { Visit, VisitEnd } from '../../../shared/domain/visit/visit.ts'
import { openVisits } from '../../../shared/domain/visit/visit.ts'
import type { Writes } from '../store/writes.ts'
import { takeBack } from '../walk-up/take-back.ts'
import type { VisitRooms } from './rooms.ts'

/**
 * Takes a visit back whose car doesn't charge: its place is free again, what was asked for is called off, and what was paid
 * goes back. @returns null where it is over, or its car charges
 */
export function takeVisitBack(
  tx: Writes,
  rooms: VisitRooms,
  visit: Visit,
  endReason: VisitEnd,
  reason: string,
): Visit | null {
  if (!openVisits.has(visit.state)) return null
  const booking = visit.bookingId === null ? undefined : tx.get('booking', visit.bookingId)
  if (booking !== undefined) {
    const isThere = booking.state === 'charging' || booking.state === 'finished'
    if (isThere || booking.state === 'left') return null
    if (booking.state !== 'cancelled' && booking.state !== 'noShow')
      takeBack(tx, rooms, booking, reason)
  }
  return endVisit(tx, visit, endReason, reason)
}

/** Writes down that a visit is over. */
export function endVisit(tx: Writes, visit: Visit, endReason: VisitEnd, reason = ''): Visit {
  const after = tx.change('visit', visit, {
    ...{ state: 'over', endReason, holdUntil: null, lapse: null, since: tx.now, updatedAt: tx.now },
  })
  tx.journal({
    act: `visit.${endReason}`,
    noun: 'visit',
    nounId: visit.id,
    ...(reason === '' ? {} : { reason }),
    before: { state: visit.state },
    after: { state: 'over' },
  })
  return after
}
