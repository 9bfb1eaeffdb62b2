import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { type SettlingAct, settlingActs } from '../../../shared/domain/payment/settling.ts'
import type { Writes } from '../store/writes.ts'
import { byAge } from '../../../shared/domain/payment/by-age.ts'
import { callOff } from './cancel.ts'
import { capturePayment } from './capture.ts'
import { openLink } from './open.ts'
import { refundPayment } from './refund.ts'
import type { StripeSide } from './stripe-side.ts'
import { paymentTermsOf } from './terms.ts'

/**
 * Does with a bill's payments what is to be done once it is final or void, in the unit that made it so: holds are taken
 * or let go, what is asked for and not due is called off, what was paid and not used is given back.
 */
export function settleBill(tx: Writes, side: StripeSide, bill: Bill): void {
  carryOut(tx, side, bill, actsFor(tx, bill))
}

/**
 * Calls off what is asked for and not due any more, such as after a refund that wasn't given. Nothing is given back
 * here: what a bank has sent back once, a person looks at.
 */
export function callOffUndue(tx: Writes, side: StripeSide, billId: Id): void {
  const bill = tx.get('bill', billId)
  if (bill === undefined) return
  const acts = actsFor(tx, bill).filter(({ kind }) => kind === 'callOff')
  carryOut(tx, side, bill, acts)
}

function actsFor(tx: Writes, bill: Bill): SettlingAct[] {
  const { id: billId } = bill
  const payments = tx.find('payment', { billId }).sort(byAge)
  if (payments.length === 0) return []
  return settlingActs({
    bill,
    payments,
    refunds: tx.find('refund', { billId }),
    disputes: payments.flatMap(({ id: paymentId }) => tx.find('dispute', { paymentId })),
    terms: paymentTermsOf(tx),
  })
}

function carryOut(tx: Writes, side: StripeSide, bill: Bill, acts: readonly SettlingAct[]): void {
  const why = bill.state === 'void' ? 'The bill is void.' : 'The stay is over.'
  for (const act of acts) {
    switch (act.kind) {
      case 'capture':
        capturePayment(tx, side, act.paymentId, act.amountMinor, why)
        break
      case 'letGo':
      case 'callOff': {
        const payment = tx.get('payment', act.paymentId)
        if (payment) callOff(tx, side, payment, { act: 'payment.cancel', reason: why })
        break
      }
      case 'giveBack':
        refundPayment(tx, side, {
          paymentId: act.paymentId,
          amountMinor: act.amountMinor,
          reason: 'requested_by_customer',
          note: bill.state === 'void' ? 'Nothing is to be paid.' : 'Paid ahead and not used.',
        })
        break
      case 'askFor':
        openLink(tx, side, bill, act.amountMinor)
        break
    }
  }
}
