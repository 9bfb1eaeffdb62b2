import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { givenBack } from '../../../shared/domain/payment/settling.ts'
import { byAge } from '../../../shared/domain/payment/by-age.ts'
import { refundPayment } from '../payment/refund.ts'
import type { Writes } from '../store/writes.ts'
import type { VisitRooms } from './rooms.ts'

/** Gives so much back of what was paid on Stripe's page, the last payment first. */
export function giveBackOf(
  tx: Writes,
  { side }: Pick<VisitRooms, 'side'>,
  bill: Bill,
  amountMinor: number,
  note: string,
): void {
  const payments = tx.find('payment', { billId: bill.id }).toSorted(byAge)
  const refunds = tx.find('refund', { billId: bill.id })
  const disputes = payments.flatMap(({ id: paymentId }) => tx.find('dispute', { paymentId }))
  for (const act of givenBack(amountMinor, payments, refunds, disputes))
    refundPayment(tx, side, { ...act, reason: 'requested_by_customer', note })
}
