import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import type { Visit } from '../../../shared/domain/visit/visit.ts'
import { openPayment } from '../payment/open.ts'
import type { Writes } from '../store/writes.ts'
import { type Refused, refused, type VisitRooms } from './rooms.ts'

/** Asks for money on Stripe's page, which sends the payer back to the driver's page. */
export function askForDeposit(
  tx: Writes,
  { side, returnUrl }: Pick<VisitRooms, 'side' | 'returnUrl'>,
  { language }: Pick<Visit, 'language'>,
  bill: Bill,
  amountMinor: number,
): Refused | { readonly kind: 'asked'; readonly payment: Payment } {
  const opened = openPayment(tx, side, {
    ...{ billId: bill.id, means: 'checkout', capture: 'automatic', amountMinor },
    ...{ readerId: null, language, returnUrl: returnUrl() },
  })
  if (opened.kind === 'opened') return { kind: 'asked', payment: opened.payment }
  return refused({ code: opened.refusal.code === 'billSettled' ? 'notNow' : 'noPayment' })
}
