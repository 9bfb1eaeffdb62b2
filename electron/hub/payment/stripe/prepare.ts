import { unfinishedRefunds } from '../../../../shared/domain/payment/refund.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import type { StripeCall } from '../../../../shared/domain/payment/stripe-call.ts'
import { siteNow } from '../../site/site-now.ts'
import type { Writes } from '../../store/writes.ts'
import { billOf, savePayment } from '../save.ts'
import type { StripeSide } from '../stripe-side.ts'
import { paymentTermsOf } from '../terms.ts'
import { type KeptRequest, requestOf } from './request.ts'

/**
 * Where a payer comes who has paid, where the site names no page: Stripe's own page to pay on wants an address (Stripe
 * documentation, "Customize redirect behavior"), and a desk has none that a phone could reach.
 */
const THANKS_URL = 'https://stripe.com/'

/** In practice the page itself says that it may be closed. */
const NOWHERE_URL = 'about:blank'

/**
 * The request of a call that was never sent, as it is to be sent now; null where there is nothing to send any more: the
 * payer is gone, or what it was for is over.
 */
export function preparedRequest(
  tx: Writes,
  side: StripeSide,
  call: StripeCall,
  payment: Payment,
): KeptRequest | null {
  const isNew = call.kind === 'checkout.create' || call.kind === 'intent.create'
  if (isNew && payment.state !== 'requested') return null
  if (isNew && payment.expiresAt !== null && payment.expiresAt <= tx.now) {
    savePayment(tx, side, payment, { state: 'expired' }, { act: 'payment.expired' })
    return null
  }
  if (call.kind === 'reader.process' && payment.state !== 'open') return null
  if (call.kind === 'intent.capture' && payment.state !== 'capturing') return null
  const refund = call.refundId === null ? null : (tx.get('refund', call.refundId) ?? null)
  if (call.kind === 'refund.create' && !unfinishedRefunds.has(refund?.state ?? 'failed'))
    return null
  const site = siteNow(tx)
  const { returnUrl } = paymentTermsOf(tx)
  return requestOf({
    call,
    payment,
    refund,
    bill: billOf(tx, payment),
    siteId: site.id,
    siteName: site.name,
    thanksUrl: returnUrl || (payment.mode === 'practice' ? NOWHERE_URL : THANKS_URL),
    now: tx.now,
  })
}
