import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { payableMinor } from '../../../shared/domain/bill/payable.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import type { WalkUpPay } from '../../../shared/domain/walk-up/pay.ts'
import { openPayment, type OpenRefusal } from '../payment/open.ts'
import type { StripeSide } from '../payment/stripe-side.ts'
import { takePayment, type TakeRefusal } from '../payment/take.ts'
import type { Approver } from '../till/approve.ts'
import type { Writes } from '../store/writes.ts'
import { walkUpTermsOf } from './terms.ts'

/** Which desk takes it, and in which language the payer is asked. */
export interface AtDesk {
  readonly language: 'en' | 'sv'
  readonly tillId: Id | null
  /** Where Stripe’s page sends the payer back to; where the site’s terms say, when it isn’t told. */
  readonly returnUrl?: string | null
  /** Asked where more is given away than the site's terms let pass. */
  readonly approver: Approver
}

export type Paying =
  | { readonly kind: 'paying'; readonly payment: Payment }
  /** Nobody has to pay for it on the spot. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'notOpened'; readonly refusal: OpenRefusal; readonly billId: Id }
  | { readonly kind: 'notTaken'; readonly refusal: TakeRefusal; readonly billId: Id }

/** Asks for the money of a bill, holds it, or writes down that it was taken, by the walk-up's own ways. */
export function payForStay(
  tx: Writes,
  side: StripeSide,
  bill: Bill,
  pay: Exclude<WalkUpPay, { kind: 'later' }>,
  { language, tillId, approver, returnUrl = null }: AtDesk,
): Paying {
  const { id: billId } = bill
  if (bill.settlement !== 'pay') return { kind: 'nothing' }
  if (pay.kind === 'take') {
    const { means, reference, note, amountMinor = null, tenderedMinor = null } = pay
    const wish = { billId, means, reference, note, amountMinor, tenderedMinor, tillId }
    const taken = takePayment(tx, side, wish, approver)
    return taken.kind === 'taken'
      ? { kind: 'paying', payment: taken.payment }
      : { kind: 'notTaken', refusal: taken.refusal, billId }
  }
  const capture = pay.kind === 'hold' ? 'manual' : 'automatic'
  const opened = openPayment(tx, side, {
    ...{ billId, means: pay.means, capture, language, tillId, returnUrl },
    amountMinor: pay.amountMinor ?? (pay.kind === 'hold' ? holdOfTerms(tx, bill) : null),
    readerId: pay.readerId ?? null,
  })
  return opened.kind === 'opened'
    ? { kind: 'paying', payment: opened.payment }
    : { kind: 'notOpened', refusal: opened.refusal, billId }
}

/** What the walk-ups' own terms say that is held; null where they leave it to the payment's. */
function holdOfTerms(tx: Writes, bill: Bill): number | null {
  const { holdMinor } = walkUpTermsOf(tx)
  return holdMinor > 0 && bill.state !== 'final' ? holdMinor : null
}

/** Whether anything is to be paid for a stay that begins. */
export function costsSomething(bill: Bill | null): bill is Bill {
  return bill !== null && bill.settlement === 'pay' && payableMinor(bill) > 0
}
