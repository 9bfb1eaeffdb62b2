import { intentOn, readerFailure, readerOf } from '../../../../shared/domain/payment/reader-news.ts'
import type { Reader } from '../../../../shared/domain/payment/stripe-account.ts'
import type { StripeReader } from '../../../../shared/domain/payment/stripe-object.ts'
import type { Writes } from '../../store/writes.ts'
import { queueCall } from '../calls.ts'
import { savePayment } from '../save.ts'
import type { StripeMode, StripeSide } from '../stripe-side.ts'

/** Takes in a card reader as Stripe has it, and what became of the payment that it was to take. */
export function takeReader(
  tx: Writes,
  side: StripeSide,
  mode: StripeMode,
  told: StripeReader,
): Reader | undefined {
  if (told.livemode !== (mode === 'live')) return undefined
  const reader = readerOf(told, tx.now)
  const known = tx.get('reader', reader.id)
  if (known === undefined) tx.insert('reader', reader)
  else tx.update('reader', reader.id, reader)
  const intentId = intentOn(told)
  const [payment] = intentId === null ? [] : tx.find('payment', { stripePaymentIntentId: intentId })
  const patch = payment?.mode === mode ? readerFailure(payment, told, tx.now) : null
  if (payment && patch) {
    savePayment(tx, side, payment, patch, { act: 'payment.failed' })
    queueCall(tx, side, { kind: 'intent.cancel', paymentId: payment.id }, { as: 'failed' })
  }
  return reader
}
