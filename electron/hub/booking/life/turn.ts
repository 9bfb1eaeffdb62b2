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

/**
 * Writes down what happened to a booking, if anything did. Its journal tells only what has changed: cars come and go
 * all day. @returns the booking as it now is
 */
export function turn(tx: Writes, booking: Booking, act: BookingAct, what: Turn): Booking {
  if (what === null) return booking
  const before: Record<string, unknown> = {}
  for (const column of Object.keys(what)) before[column] = Reflect.get(booking, column)
  tx.journal({ act: `booking.${act}`, noun: 'booking', nounId: booking.id, before, after: what })
  return tx.change('booking', booking, { ...what, updatedAt: tx.now })
}
