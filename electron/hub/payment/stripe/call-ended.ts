import type { StripeCall } from '../../../../shared/domain/payment/stripe-call.ts'
import type { Writes } from '../../store/writes.ts'
import { dropUnsent, queueCall } from '../calls.ts'
import { refundVoided } from '../give-back.ts'
import { countRefunds, savePayment } from '../save.ts'
import type { StripeSide } from '../stripe-side.ts'

/** What it means for a payment that Stripe refused a call for good, in the unit that writes that down. */
export function callRefused(
  tx: Writes,
  side: StripeSide,
  call: StripeCall,
  { code, message }: { code: string; message: string },
): void {
  const payment = tx.get('payment', call.paymentId)
  if (payment === undefined) return
  const failure = { failureCode: code, failureMessage: message }
  switch (call.kind) {
    case 'checkout.create':
    case 'intent.create':
      dropUnsent(tx, payment.id)
      if (payment.state === 'requested' || payment.state === 'unknown')
        savePayment(tx, side, payment, { state: 'failed', ...failure }, { act: 'payment.failed' })
      return
    case 'reader.process':
      if (payment.state !== 'open') return
      savePayment(tx, side, payment, { state: 'failed', ...failure }, { act: 'payment.failed' })
      queueCall(tx, side, { kind: 'intent.cancel', paymentId: payment.id }, { as: 'failed' })
      return
    case 'intent.capture': {
      if (payment.state !== 'capturing') return
      // Held again, in full; what Stripe has of it is asked for right after.
      const { heldMinor } = call.request
      const amountMinor = typeof heldMinor === 'number' ? heldMinor : payment.amountMinor
      savePayment(
        tx,
        side,
        payment,
        { state: 'held', amountMinor, ...failure },
        { act: 'payment.captureRefused', reason: message },
      )
      return
    }
    case 'refund.create':
      refundRefused(tx, side, call, failure.failureCode)
      return
    case 'checkout.expire':
    case 'intent.cancel':
    case 'reader.cancel':
      // It has come further than we knew; what Stripe has of it is asked for right after.
      return
  }
}

/** What it means that nobody knows whether a call was carried out: a person has to look. */
export function callUnknown(tx: Writes, side: StripeSide, call: StripeCall): void {
  if (call.kind === 'refund.create') {
    const refund = call.refundId === null ? undefined : tx.get('refund', call.refundId)
    if (refund?.state !== 'requested') return
    tx.change('refund', refund, { state: 'unknown', updatedAt: tx.now })
    tx.journal({ act: 'refund.unknown', noun: 'refund', nounId: refund.id })
    return
  }
  const payment = tx.get('payment', call.paymentId)
  if (payment?.state === 'requested')
    savePayment(tx, side, payment, { state: 'unknown' }, { act: 'payment.unknown' })
}

/** Nothing was given: the amount can be given back again. */
function refundRefused(
  tx: Writes,
  side: StripeSide,
  { refundId }: StripeCall,
  failureReason: string,
): void {
  const refund = refundId === null ? undefined : tx.get('refund', refundId)
  if (refund === undefined || (refund.state !== 'requested' && refund.state !== 'unknown')) return
  const failed = tx.change('refund', refund, {
    state: 'failed',
    failureReason,
    updatedAt: tx.now,
  })
  tx.journal({
    act: 'refund.failed',
    noun: 'refund',
    nounId: refund.id,
    before: refund,
    after: failed,
  })
  countRefunds(tx, refund.paymentId)
  refundVoided(tx, side, refund.id)
}
