import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { cashBack } from '../../../shared/domain/walk-up/due.ts'
import { refundPayment, type RefundMade } from '../payment/refund.ts'
import type { Writes } from '../store/writes.ts'
import type { WalkUpRooms } from './rooms.ts'
import { deskStay } from './stay.ts'

export type HandedBack =
  | { readonly kind: 'done' }
  | { readonly kind: 'nothing' }
  | Extract<RefundMade, { kind: 'refused' }>

/**
 * Writes down that cash was handed back that was paid ahead and not used, the last taken first. Nobody has to approve of
 * it: the site owes it.
 */
export function handBackCash(
  tx: Writes,
  { side }: WalkUpRooms,
  booking: Booking,
  { note, tillId }: { readonly note: string; readonly tillId: Id | null },
): HandedBack {
  const stay = deskStay(tx, booking.id)
  if (!stay?.bill || !stay.due || stay.due.handBackMinor <= 0) return { kind: 'nothing' }
  const payments = tx.find('payment', { billId: stay.bill.id })
  const { handBackMinor, currency } = stay.due
  for (const { paymentId, amountMinor } of cashBack(payments, handBackMinor, currency)) {
    const made = refundPayment(tx, side, {
      ...{ paymentId, amountMinor, reason: 'requested_by_customer', tillId },
      note: note === '' ? 'Paid ahead and not used.' : note,
    })
    if (made.kind === 'refused') return made
  }
  return { kind: 'done' }
}
