import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { byAge } from '../../../shared/domain/payment/by-age.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import type { Visit } from '../../../shared/domain/visit/visit.ts'
import type { WalkUp } from '../../../shared/domain/walk-up/walk-up.ts'
import type { Lookups } from '../store/reads.ts'
import type { Writes } from '../store/writes.ts'
import { lastBill } from '../walk-up/stay.ts'

/** A visit with what it has come to. */
export interface VisitRows {
  readonly visit: Visit
  readonly booking: Booking | null
  readonly walkUp: WalkUp | null
  readonly bill: Bill | null
  /** All of the bill, oldest first. */
  readonly payments: readonly Payment[]
}

/** What there is of a visit. */
export function visitRows(tx: Writes, visit: Visit): VisitRows {
  const booking = visit.bookingId === null ? null : (tx.get('booking', visit.bookingId) ?? null)
  const walkUp = booking === null ? null : (tx.get('walkUp', booking.id) ?? null)
  const bill = booking === null ? null : lastBill(tx, booking)
  return { visit, booking, walkUp, bill, payments: paymentsOf(tx, bill) }
}

function paymentsOf(tx: Lookups, bill: Bill | null): Payment[] {
  return bill === null ? [] : tx.find('payment', { billId: bill.id }).toSorted(byAge)
}
