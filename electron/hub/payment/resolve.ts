import type { Id } from '../../../shared/domain/id/id.ts'
import { afresh } from '../../../shared/domain/payment/outbox.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import type { StripeCall } from '../../../shared/domain/payment/stripe-call.ts'
import type { Store } from '../store/store.ts'
import type { Writes } from '../store/writes.ts'
import { callsOf } from './calls.ts'
import { refundVoided } from './give-back.ts'
import { countRefunds, savePayment } from './save.ts'
import type { StripeSide } from './stripe-side.ts'

export interface ResolveWish {
  readonly paymentId: Id
  readonly refundId: Id | null
  readonly how: 'look' | 'again' | 'drop'
  readonly note: string
}

export type Resolved =
  | { readonly kind: 'resolved'; readonly payment: Payment }
  | { readonly kind: 'missing' | 'notUnknown' | 'unreachable' | 'found' }

/** What a resolution asks of Stripe. */
export interface ResolveParts {
  readonly store: Store
  readonly side: StripeSide
  readonly newKey: () => string
  /** Looks at Stripe for what is unknown of a payment now; false when Stripe can't be asked. */
  readonly lookNow: (paymentId: Id) => Promise<boolean>
}

/**
 * Resolves a payment or refund of which nobody knows what became. Stripe is always asked first: what it has is never
 * sent again nor given up.
 */
export async function resolvePayment(
  { store, side, newKey, lookNow }: ResolveParts,
  actor: string,
  wish: ResolveWish,
): Promise<Resolved> {
  const before = await store.work(actor, (tx) => unknownCall(tx, wish))
  if (before.kind !== 'unknown') return before
  if (!(await lookNow(wish.paymentId))) return { kind: 'unreachable' }
  return store.work(actor, (tx) => {
    const now = unknownCall(tx, wish)
    if (now.kind === 'missing') return now
    if (now.kind === 'notUnknown')
      return wish.how === 'look'
        ? { kind: 'resolved', payment: paymentOf(tx, wish.paymentId) }
        : { kind: 'found' }
    if (wish.how === 'again') again(tx, side, now.call, newKey())
    if (wish.how === 'drop') drop(tx, side, now.call, wish.note)
    return { kind: 'resolved', payment: paymentOf(tx, wish.paymentId) }
  })
}

type Unknown =
  | { readonly kind: 'unknown'; readonly call: StripeCall }
  | { readonly kind: 'missing' }
  | { readonly kind: 'notUnknown' }

function unknownCall(tx: Writes, { paymentId, refundId }: ResolveWish): Unknown {
  if (tx.get('payment', paymentId) === undefined) return { kind: 'missing' }
  const call = callsOf(tx, paymentId).find(
    (each) => each.state === 'unknown' && each.refundId === refundId,
  )
  return call === undefined ? { kind: 'notUnknown' } : { kind: 'unknown', call }
}

function again(tx: Writes, side: StripeSide, call: StripeCall, newKey: string): void {
  tx.change('stripeCall', call, { ...afresh(newKey), dueAt: tx.now })
  tx.afterCommit(() => side.wake())
  const refund = call.refundId === null ? undefined : tx.get('refund', call.refundId)
  if (refund?.state === 'unknown') {
    tx.change('refund', refund, { state: 'requested', updatedAt: tx.now })
    tx.journal({ act: 'refund.again', noun: 'refund', nounId: refund.id })
    return
  }
  const payment = paymentOf(tx, call.paymentId)
  if (payment.state === 'unknown')
    savePayment(tx, side, payment, { state: 'requested' }, { act: 'payment.again' })
}

function drop(tx: Writes, side: StripeSide, call: StripeCall, reason: string): void {
  tx.change('stripeCall', call, { state: 'dropped', endedAt: tx.now })
  const refund = call.refundId === null ? undefined : tx.get('refund', call.refundId)
  if (refund?.state === 'unknown') {
    tx.change('refund', refund, { state: 'canceled', updatedAt: tx.now })
    tx.journal({ act: 'refund.drop', noun: 'refund', nounId: refund.id, reason })
    countRefunds(tx, call.paymentId)
    refundVoided(tx, side, refund.id)
    return
  }
  const payment = paymentOf(tx, call.paymentId)
  if (payment.state === 'unknown')
    savePayment(tx, side, payment, { state: 'cancelled' }, { act: 'payment.drop', reason })
}

function paymentOf(tx: Writes, id: Id): Payment {
  const payment = tx.get('payment', id)
  if (payment === undefined) throw new Error('Payments are never removed.')
  return payment
}
