import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import type { Turn } from '../../../../shared/domain/booking/life.ts'
import type { Writes } from '../../store/writes.ts'

/** What happened to a booking, as its journal calls it. */
export type BookingAct =
  | 'arrive'
  | 'await'
  | 'charge'
  | 'finish'
  | 'leave'
  | 'move'
  | 'noShow'
  | 'reserve'
  | 'reserveRefused'

/** Writes down what happened to a booking, if anything did. @returns the booking as it now is */
export function turn(tx: Writes, before: Booking, act: BookingAct, what: Turn): Booking {
  if (what === null) return before
  const after = tx.change('booking', before, { ...what, updatedAt: tx.now })
  tx.journal({ act: `booking.${act}`, noun: 'booking', nounId: before.id, before, after })
  return after
}
