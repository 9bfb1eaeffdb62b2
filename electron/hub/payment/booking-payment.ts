import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { unfinishedPayments } from '../../../shared/domain/payment/payment.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { billOfBooking } from '../bill/follow-bookings.ts'
import { applyCommands } from '../booking/apply.ts'
import type { BookingRooms } from '../promises.ts'
import type { Store } from '../store/store.ts'
import type { Writes } from '../store/writes.ts'
import { openLink } from './open.ts'
import type { StripeSide } from './stripe-side.ts'
import { paymentTermsOf } from './terms.ts'

/**
 * Where bookings must be paid beforehand, one that waits as `requested` is confirmed by the money that came in for it,
 * within the unit that takes the money in.
 */
export function confirmPaid(tx: Writes, rooms: BookingRooms, bill: Bill): void {
  if (bill.bookingId === null || paymentTermsOf(tx).payWhileBooking !== 'must') return
  const booking = tx.get('booking', bill.bookingId)
  // What its driver booked from a phone has terms of its own, see `visit/`.
  if (booking?.state !== 'requested' || booking.origin === 'driver' || !isCovered(bill)) return
  applyCommands(tx, rooms, [{ kind: 'confirm', id: booking.id }], { act: 'confirm' })
}

/** What is thought to be paid is paid or held. */
function isCovered({ estimatedMinor, paidMinor, heldMinor }: Bill): boolean {
  return paidMinor + heldMinor >= estimatedMinor
}

/**
 * Where bookings must be paid beforehand: has each that waits asked for, and takes back those that nobody has paid in
 * time.
 */
export async function lookAfterUnpaidBookings(
  store: Store,
  side: StripeSide,
  rooms: BookingRooms,
): Promise<void> {
  const terms = await store.reads.get('paymentTerms', 'paymentTerms')
  if (terms?.payWhileBooking !== 'must') return
  await store.work('hub', (tx) => {
    for (const booking of tx.find('booking', { state: 'requested' })) {
      if (booking.origin === 'driver') continue
      const bill = billOfBooking(tx, booking.id)
      if (bill?.state === 'estimated' && bill.settlement === 'pay')
        lookAfter(tx, side, rooms, booking, bill)
    }
  })
}

function lookAfter(
  tx: Writes,
  side: StripeSide,
  rooms: BookingRooms,
  booking: Booking,
  bill: Bill,
): void {
  if (isCovered(bill)) return confirmPaid(tx, rooms, bill)
  const payments = tx.find('payment', { billId: bill.id })
  if (payments.some(({ state }) => unfinishedPayments.has(state))) return
  const mode = side.mode()
  const canAsk = payments.length === 0 && mode !== 'none' && mode !== 'locked'
  // Where no link can be had, such as for less than Stripe takes, it waits for cash, and not for ever.
  if (canAsk && openLink(tx, side, bill, bill.estimatedMinor - bill.paidMinor) !== null) return
  const { payWithinMin } = paymentTermsOf(tx)
  if (booking.createdAt + payWithinMin * MINUTE > tx.now) return
  applyCommands(tx, rooms, [{ kind: 'cancel', id: booking.id, reason: 'It was not paid in time.' }])
}
