import {
  adoptedRefund,
  isRelease,
  refundNews,
} from '../../../../shared/domain/payment/refund-news.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import type { Refund } from '../../../../shared/domain/payment/refund.ts'
import { voidRefunds } from '../../../../shared/domain/payment/refunding.ts'
import { idOf, type StripeRefund } from '../../../../shared/domain/payment/stripe-object.ts'
import type { Writes } from '../../store/writes.ts'
import { refundVoided } from '../give-back.ts'
import { postRefund } from '../refund.ts'
import { billOf, countRefunds } from '../save.ts'
import type { StripeMode, StripeSide } from '../stripe-side.ts'

/**
 * Takes in a refund as Stripe has it. One that somebody made at Stripe, or that was carried out twice, is a refund of
 * ours too: its money is gone.
 */
export function takeRefund(
  tx: Writes,
  side: StripeSide,
  mode: StripeMode,
  told: StripeRefund,
): Refund | undefined {
  const payment = paymentOf(tx, told)
  if (payment === undefined || payment.mode !== mode) return undefined
  const refund = refundOf(tx, payment, told)
  if (refund === null) return undefined
  const news = refundNews(refund, told, tx.now)
  if (news === null) return refund
  const saved = tx.change('refund', refund, news.patch)
  tx.journal({
    act: `refund.${saved.state}`,
    noun: 'refund',
    nounId: saved.id,
    before: refund,
    after: saved,
  })
  if (news.moved !== null) postRefund(tx, payment, saved, news.moved)
  countRefunds(tx, payment.id)
  if (voidRefunds.has(saved.state)) refundVoided(tx, side, saved.id)
  side.moneyChanged(tx, billOf(tx, payment))
  return tx.get('refund', saved.id)
}

function paymentOf(tx: Writes, told: StripeRefund): Payment | undefined {
  const intentId = idOf(told.payment_intent)
  const chargeId = idOf(told.charge)
  if (intentId !== null) {
    const [payment] = tx.find('payment', { stripePaymentIntentId: intentId })
    if (payment) return payment
  }
  return chargeId === null ? undefined : tx.find('payment', { stripeChargeId: chargeId })[0]
}

function refundOf(tx: Writes, payment: Payment, told: StripeRefund): Refund | null {
  const [known] = tx.find('refund', { stripeRefundId: told.id })
  if (known) return known
  const { refund_id: refundId } = told.metadata ?? {}
  const named = refundId === undefined ? undefined : tx.get('refund', refundId)
  if (named?.paymentId === payment.id && named.stripeRefundId === null) return named
  if (isRelease(told)) return null
  const adopted = adoptedRefund(payment, told, { id: tx.newId(), now: tx.now })
  tx.insert('refund', adopted)
  return adopted
}
