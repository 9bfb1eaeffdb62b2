import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { newPayment } from '../../../shared/domain/payment/new-payment.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import type { Writes } from '../store/writes.ts'

/** A payment of a bill that begins in this unit of work, with nothing moved yet save for what is told. */
export function beginPayment(
  tx: Writes,
  bill: Bill,
  told: Parameters<typeof newPayment>[2],
): Payment {
  return newPayment({ id: tx.newId(), at: tx.now, takenBy: tx.actor }, bill, told)
}
