import { feeTaken, paymentTaken } from '../../../../shared/domain/ledger/postings.ts'
import { intentNews } from '../../../../shared/domain/payment/intent-news.ts'
import { fruitlessPayments, type Payment } from '../../../../shared/domain/payment/payment.ts'
import { sessionNews } from '../../../../shared/domain/payment/session-news.ts'
import {
  idOf,
  type StripeIntent,
  type StripeSession,
} from '../../../../shared/domain/payment/stripe-object.ts'
import { post } from '../../ledger/post.ts'
import type { Writes } from '../../store/writes.ts'
import { countAtTill, vatOfPaid } from '../../till/movement.ts'
import { callingOff, callsOf, queueCall } from '../calls.ts'
import { beginPayment } from '../begin-payment.ts'
import { addPayment, billOf, savePayment } from '../save.ts'
import { settleBill } from '../settle.ts'
import type { StripeMode, StripeSide } from '../stripe-side.ts'

/**
 * Takes in a payment intent as Stripe has it: the payment, what is entered in the ledger, and what follows from it, all
 * in the caller's unit. One that is none of ours, or of the other mode, changes nothing.
 * @returns the payment as it now is
 */
export function takeIntent(
  tx: Writes,
  side: StripeSide,
  mode: StripeMode,
  intent: StripeIntent,
): Payment | undefined {
  if (intent.livemode !== (mode === 'live')) return undefined
  const [known] = tx.find('payment', { stripePaymentIntentId: intent.id })
  if (known) return known.mode === mode ? applyIntent(tx, side, known, intent) : known
  const payment = paymentNamed(tx, mode, intent.metadata)
  if (payment === undefined) return undefined
  const isWaitedFor = payment.stripePaymentIntentId === null && !isOver(payment)
  return isWaitedFor ? applyIntent(tx, side, payment, intent) : takeStray(tx, side, payment, intent)
}

/** Takes in a page to pay on, and the intent that it came with. */
export function takeSession(
  tx: Writes,
  side: StripeSide,
  mode: StripeMode,
  session: StripeSession,
): Payment | undefined {
  if (session.livemode !== (mode === 'live')) return undefined
  const [known] = tx.find('payment', { stripeCheckoutSessionId: session.id })
  const payment = known ?? paymentNamed(tx, mode, session.metadata ?? {})
  if (payment === undefined || payment.mode !== mode) return undefined
  const isOther =
    payment.stripeCheckoutSessionId !== null && payment.stripeCheckoutSessionId !== session.id
  // Its intent may have been heard of before it, and be over by now.
  const intentId = idOf(session.payment_intent)
  const isOwn = intentId !== null && intentId === payment.stripePaymentIntentId
  const isUnasked = payment.stripeCheckoutSessionId === null && isOver(payment) && !isOwn
  const isStray = isOther || isUnasked
  if (isStray && session.status === 'open')
    callOffStray(tx, side, payment, 'checkout.expire', { session: session.id })
  if (!isStray) {
    const wasCalledOff = callsOf(tx, payment.id).some(
      ({ kind, request }) => callingOff.has(kind) && request['as'] === 'cancelled',
    )
    const patch = sessionNews(payment, session, { wasCalledOff }, tx.now)
    if (patch) savePayment(tx, side, payment, patch, { act: actOf(patch, payment) })
  }
  if (typeof session.payment_intent === 'object' && session.payment_intent !== null)
    takeIntent(tx, side, mode, session.payment_intent)
  return tx.get('payment', payment.id)
}

/** Nobody waits for it any more, so what Stripe made of it after all is to be ended, unless it moved money. */
function isOver({ state }: Payment): boolean {
  return fruitlessPayments.has(state)
}

/** The payment that an object at Stripe names as its own. */
function paymentNamed(
  tx: Writes,
  mode: StripeMode,
  metadata: Readonly<Record<string, string>>,
): Payment | undefined {
  const { payment_id: paymentId } = metadata
  const payment = paymentId === undefined ? undefined : tx.get('payment', paymentId)
  return payment?.mode === mode ? payment : undefined
}

function applyIntent(
  tx: Writes,
  side: StripeSide,
  payment: Payment,
  intent: StripeIntent,
): Payment {
  const news = intentNews(payment, intent, tx.now)
  if (news === null) return payment
  const { patch, takenMinor, feeMinor } = news
  const told = savePayment(tx, side, payment, patch, { act: actOf(patch, payment) })
  const saved = postTaken(tx, told, takenMinor, feeMinor)
  if (news.isToBeCancelled)
    queueCall(tx, side, { kind: 'intent.cancel', paymentId: payment.id }, { as: 'failed' })
  const bill = billOf(tx, saved)
  if (saved.state !== payment.state) settleBill(tx, side, bill)
  return saved
}

/** Enters in the ledger what was taken and what Stripe kept of it, and counts the former in a shift. */
function postTaken(tx: Writes, payment: Payment, takenMinor: number, feeMinor: number): Payment {
  const bill = billOf(tx, payment)
  const { id: paymentId, billId, means, currency } = payment
  const text = [bill.plate, payment.cardLast4].filter(Boolean).join(' ')
  let counted = payment
  if (takenMinor > 0) {
    const { customerId } = bill
    const entry = post(
      tx,
      paymentTaken({
        billId,
        paymentId,
        customerId,
        means,
        currency,
        amountMinor: takenMinor,
        text,
      }),
    )
    const shiftId = countAtTill(tx, entry, payment.tillId, {
      ...{ kind: 'paymentTaken', means, amountMinor: takenMinor, roundingMinor: 0, currency },
      ...{ vat: vatOfPaid(bill, takenMinor), paymentId, refundId: null },
    })
    if (shiftId !== null && payment.shiftId === null)
      counted = tx.change('payment', payment, { shiftId })
  }
  if (feeMinor !== 0)
    post(tx, feeTaken({ billId, paymentId, currency, amountMinor: feeMinor, text }))
  return counted
}

/**
 * An intent that names a payment which has another: a request was carried out twice after all. Nobody is to pay it any
 * more; money that it has moved is a payment of its own.
 */
function takeStray(
  tx: Writes,
  side: StripeSide,
  payment: Payment,
  intent: StripeIntent,
): Payment | undefined {
  const { status } = intent
  if (status === 'canceled') return payment
  if (status === 'succeeded' || status === 'requires_capture' || status === 'processing')
    return applyIntent(tx, side, adopt(tx, side, payment), intent)
  callOffStray(tx, side, payment, 'intent.cancel', { intent: intent.id })
  return payment
}

/** Asks once for a stray object to be ended. */
function callOffStray(
  tx: Writes,
  side: StripeSide,
  payment: Payment,
  kind: 'checkout.expire' | 'intent.cancel',
  wish: Record<string, string>,
): void {
  const [target] = Object.values(wish)
  const wasAsked = callsOf(tx, payment.id).some(({ request }) =>
    Object.values(request).includes(target),
  )
  if (!wasAsked) queueCall(tx, side, { kind, paymentId: payment.id }, wish)
}

function adopt(tx: Writes, side: StripeSide, { id, ...like }: Payment): Payment {
  const { means, capture, mode, amountMinor, tillId } = like
  const found = beginPayment(tx, billOf(tx, like), { means, capture, mode, amountMinor, tillId })
  return addPayment(tx, side, found, { act: 'payment.found', reason: id })
}

/** What happened to a payment, as the journal calls it. */
function actOf(patch: Partial<Payment>, before: Payment): string {
  const { state } = patch
  return state === undefined || state === before.state ? 'payment.told' : `payment.${state}`
}
