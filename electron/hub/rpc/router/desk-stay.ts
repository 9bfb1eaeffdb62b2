import type { RefusedBooking } from '../../../../shared/contract/booking.ts'
import type { DeskStay } from '../../../../shared/contract/desk-stay.ts'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import type { WalkUpState } from '../../../../shared/domain/walk-up/walk-up.ts'
import { refusalSentence } from '../../booking/refusal-sentence.ts'
import type { Money } from '../../money.ts'
import type { Writes } from '../../store/writes.ts'
import type { WalkUpRooms } from '../../walk-up/rooms.ts'
import { deskStay } from '../../walk-up/stay.ts'
import type { BookingParts, RouterParts } from './parts.ts'

/** What routers of the desk work with. */
export type DeskParts = BookingParts & Pick<RouterParts, 'approvals'>

interface Missing {
  NOT_FOUND: (words: { data: { noun: string; id: string } }) => Error
}

interface Refusing {
  BOOKING_REFUSED: (words: { message: string; data: RefusedBooking }) => Error
}

interface NotNow {
  NOT_NOW: (words: { data: { state: WalkUpState | null } }) => Error
}

/** The rooms that a walk-up has to do with. */
export function walkUpRooms(
  { chargers, promises }: DeskParts,
  { bills, payments }: Money,
): WalkUpRooms {
  return { chargers, promises, side: payments.side, settled: bills.watcher.settled }
}

/** Why something can't be promised, in the contract's words. */
export function notPromised(errors: Refusing, { refusals, ...rest }: RefusedBooking): Error {
  return errors.BOOKING_REFUSED({
    message: refusals.map(refusalSentence).join(' '),
    data: { refusals, ...rest },
  })
}

/** That a stay isn't in a state for that. */
export function notNow(tx: Writes, errors: NotNow, id: string): Error {
  return errors.NOT_NOW({ data: { state: tx.get('walkUp', id)?.state ?? null } })
}

/** The booking of a stay. @throws NOT_FOUND */
export function bookingOf(tx: Writes, errors: Missing, id: string): Booking {
  const booking = tx.get('booking', id)
  if (booking === undefined) throw errors.NOT_FOUND({ data: { noun: 'booking', id } })
  return booking
}

/** A stay with its money. @throws NOT_FOUND */
export function stayOf(
  tx: Writes,
  errors: Missing,
  id: string,
  payment: Payment | null = null,
): DeskStay {
  const stay = deskStay(tx, id, payment)
  if (stay === undefined) throw errors.NOT_FOUND({ data: { noun: 'booking', id } })
  return stay
}
