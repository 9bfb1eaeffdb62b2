import { disputeNews, type DisputeNews } from '../../../../shared/domain/payment/dispute-news.ts'
import {
  disputeLost,
  disputeOpened,
  disputeWon,
  feeTaken,
} from '../../../../shared/domain/ledger/postings.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import { isBlocked } from '../../../../shared/domain/payment/refunding.ts'
import { idOf, type StripeDispute } from '../../../../shared/domain/payment/stripe-object.ts'
import { post } from '../../ledger/post.ts'
import type { Writes } from '../../store/writes.ts'
import { savePayment } from '../save.ts'
import type { StripeMode, StripeSide } from '../stripe-side.ts'

/** Takes in a dispute as Stripe has it, and what it has moved; one of another's charge is kept too, without a payment. */
export function takeDispute(
  tx: Writes,
  side: StripeSide,
  mode: StripeMode,
  told: StripeDispute,
): void {
  if (told.livemode !== (mode === 'live')) return
  const payment = paymentOf(tx, told)
  if (payment && payment.mode !== mode) return
  const known = tx.get('dispute', told.id)
  const news = disputeNews(known, told, payment?.id ?? known?.paymentId ?? null, tx.now)
  if (news === null) return
  const { dispute } = news
  if (known) tx.update('dispute', dispute.id, dispute)
  else tx.insert('dispute', dispute)
  tx.journal({
    act: `dispute.${dispute.status}`,
    noun: 'payment',
    nounId: payment?.id ?? dispute.id,
    reason: dispute.reason,
    before: known,
    after: dispute,
  })
  if (payment === undefined) return
  postDispute(tx, payment, news)
  const disputed = tx.find('dispute', { paymentId: payment.id }).some(isBlocked)
  if (disputed !== payment.disputed)
    savePayment(tx, side, payment, { disputed }, { act: 'payment.disputed' })
}

function paymentOf(tx: Writes, told: StripeDispute): Payment | undefined {
  const chargeId = idOf(told.charge)
  const intentId = idOf(told.payment_intent)
  const [byCharge] = chargeId === null ? [] : tx.find('payment', { stripeChargeId: chargeId })
  if (byCharge || intentId === null) return byCharge
  return tx.find('payment', { stripePaymentIntentId: intentId })[0]
}

function postDispute(
  tx: Writes,
  { id: paymentId, billId }: Payment,
  { dispute, withdrawnMinor, feeMinor, isLost }: DisputeNews,
): void {
  const { id: disputeId, currency, reason: text } = dispute
  const told = { disputeId, paymentId, billId, currency, text }
  if (withdrawnMinor > 0)
    post(tx, disputeOpened({ ...told, amountMinor: withdrawnMinor, feeMinor }))
  else if (withdrawnMinor < 0)
    post(tx, disputeWon({ ...told, amountMinor: -withdrawnMinor, feeMinor: -feeMinor }))
  else if (feeMinor !== 0) post(tx, feeTaken({ ...told, amountMinor: feeMinor }))
  if (isLost) post(tx, disputeLost({ ...told, amountMinor: dispute.withdrawnMinor }))
}
