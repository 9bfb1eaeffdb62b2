import { dueAgainMinor, linesOf, partOf, stillOff } from '../../../shared/domain/bill/taken-off.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Refund } from '../../../shared/domain/payment/refund.ts'
import { lastRevision } from '../bill/make-final.ts'
import { correctByLines } from '../bill/revise.ts'
import type { Writes } from '../store/writes.ts'
import type { Approver } from '../till/approve.ts'
import { refundPayment, type RefundMade, type RefundWish } from './refund.ts'
import { callOffUndue, settleBill } from './settle.ts'
import type { StripeSide } from './stripe-side.ts'

/**
 * Gives a payment back on a person's word. Unless it is to be due again, the bill is made less by as much in the same
 * unit, so that nobody is asked for it once more; what was paid too much is taken off nothing.
 */
export function giveBack(
  tx: Writes,
  side: StripeSide,
  { isDueAgain, ...wish }: RefundWish & { readonly isDueAgain: boolean },
  approver?: Approver,
): RefundMade {
  const payment = tx.get('payment', wish.paymentId)
  // What an invoice asks for is taken back by a credit note, never past it.
  if (tx.find('invoiceLine', { paymentId: wish.paymentId }).length > 0)
    return { kind: 'refused', refusal: { code: 'invoiced' } }
  const before = payment && tx.get('bill', payment.billId)
  const made = refundPayment(tx, side, wish, approver)
  if (made.kind === 'refused' || isDueAgain || before === undefined) return made
  const takenOff = partOf(before.vat, dueAgainMinor(wish.amountMinor, before))
  if (takenOff.length === 0) return made
  // The refund first: a bill that is less than what was paid for it would be given back once more.
  const bill = tx.get('bill', before.id) ?? before
  const correction = { lines: linesOf(takenOff, 'takenOff'), note: wish.note }
  const corrected = correctByLines(tx, bill, correction, (unit, is) => settleBill(unit, side, is))
  if (corrected.kind !== 'revised') return made
  const refund = tx.change('refund', made.refund, { takenOff })
  return { kind: 'made', refund }
}

/**
 * What follows from a refund that gave nothing after all, in the unit that learns of it. A refund and what it took off
 * the bill stand or fall together: the payer still has paid, so the bill is again what was paid for it, and whoever gives
 * it back another way takes it off anew. Nothing is asked for and nothing given back by itself.
 */
export function refundVoided(tx: Writes, side: StripeSide, refundId: Id): void {
  const refund = tx.get('refund', refundId)
  if (refund === undefined) return
  if (refund.takenOff.length > 0) putBack(tx, side, refund)
  callOffUndue(tx, side, refund.billId)
}

function putBack(tx: Writes, side: StripeSide, refund: Refund): void {
  const bill = tx.get('bill', refund.billId)
  const last = bill?.state === 'final' ? lastRevision(tx, bill) : null
  tx.change('refund', refund, { takenOff: [], updatedAt: tx.now })
  if (bill === undefined || last === null) return
  const lines = linesOf(stillOff(refund.takenOff, last.corrections), 'putBack')
  if (lines.length === 0) return
  const note = 'The refund was not given.'
  correctByLines(tx, bill, { lines, note }, (unit, is) => callOffUndue(unit, side, is.id))
}
