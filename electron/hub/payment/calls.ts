import type { Id } from '../../../shared/domain/id/id.ts'
import type { StripeCall, StripeCallKind } from '../../../shared/domain/payment/stripe-call.ts'
import type { Writes } from '../store/writes.ts'
import { byAge } from '../../../shared/domain/payment/by-age.ts'
import type { StripeSide } from './stripe-side.ts'

/** The calls that call a payment off. */
export const callingOff: ReadonlySet<StripeCallKind> = new Set(['checkout.expire', 'intent.cancel'])

/**
 * Puts a request to Stripe in the outbox, to be sent once the unit is on disk. The calls of a payment go one after the
 * other, in the order they were put there.
 * @param wish what of the request is decided now; the rest is added when it is sent for the first time
 */
export function queueCall(
  tx: Writes,
  side: Pick<StripeSide, 'wake'>,
  {
    kind,
    paymentId,
    refundId = null,
  }: { kind: StripeCallKind; paymentId: Id; refundId?: Id | null },
  wish: Record<string, unknown> = {},
): StripeCall {
  const id = tx.newId()
  // Ids of one millisecond are in no order, so no two calls of a payment are made in the same one.
  const last = callsOf(tx, paymentId).at(-1)
  const createdAt = Math.max(tx.now, (last?.createdAt ?? 0) + 1)
  const call: StripeCall = {
    id,
    kind,
    paymentId,
    refundId,
    request: wish,
    idempotencyKey: id,
    state: 'waiting',
    attempts: 0,
    firstSentAt: null,
    dueAt: tx.now,
    error: null,
    errorCode: null,
    createdAt,
    endedAt: null,
  }
  tx.insert('stripeCall', call)
  tx.afterCommit(() => side.wake())
  return call
}

/** Gives up the calls of a payment that were never sent, such as those that came after one that was refused. */
export function dropUnsent(tx: Writes, paymentId: Id): void {
  for (const call of tx.find('stripeCall', { paymentId, endedAt: null }))
    if (call.firstSentAt === null)
      tx.change('stripeCall', call, { state: 'dropped', endedAt: tx.now })
}

/** The calls of a payment, in the order they were put in the outbox. */
export function callsOf(tx: Writes, paymentId: Id): StripeCall[] {
  return tx.find('stripeCall', { paymentId }).sort(byAge)
}
