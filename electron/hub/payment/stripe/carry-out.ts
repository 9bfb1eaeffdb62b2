import type { Id } from '../../../../shared/domain/id/id.ts'
import {
  afresh,
  answered,
  isOutOfDate,
  type StripeAnswer,
} from '../../../../shared/domain/payment/outbox.ts'
import type { StripeCall } from '../../../../shared/domain/payment/stripe-call.ts'
import { stripeIntent } from '../../../../shared/domain/payment/stripe-object.ts'
import { answerOf, intentWith, isStripes } from './answer.ts'
import { callRefused } from './call-ended.ts'
import type { StripeConnection } from './client.ts'
import { lookFor, type LookingFor } from './look-for.ts'
import type { KeptRequest } from './request.ts'
import { send, type Told } from './send.ts'
import { takeTold } from './take-told.ts'
import { beginTurn } from './turn.ts'

export interface CarryingOut extends LookingFor {
  /** Told what of Stripe's answers could not be read. */
  readonly failed: (error: unknown) => void
  /** Has a payment looked at, after a call on it was refused because it had come further. */
  readonly look: (paymentId: Id) => Promise<void>
}

/**
 * Takes one call as far as it gets now. It is marked as sent on disk before it is sent, and its answer is taken in with
 * all that follows from it in one unit.
 */
export async function carryOut(
  parts: CarryingOut,
  connection: StripeConnection,
  id: Id,
): Promise<void> {
  const turn = await parts.store.work('hub', (tx) => beginTurn(tx, parts.side, connection.mode, id))
  if (turn === null) return
  if (turn.kind === 'lookUp') return lookFor(parts, connection, turn.call, turn.payment)
  const { call, request, wasInDoubt } = turn
  const { answer, told, error } = await sent(connection, call, request)
  if (error === null || isStripes(error)) await parts.account.heard(answer)
  else parts.failed(error)
  await parts.store.work('hub', (tx) => {
    const now = tx.get('stripeCall', id)
    if (now?.endedAt !== null) return
    if (wasInDoubt && isOutOfDate(now, answer)) {
      tx.change('stripeCall', now, { ...afresh(parts.newKey()), dueAt: tx.now })
      return
    }
    const patch = answered(now, answer, { wasInDoubt, now: tx.now, jitter: parts.jitter() })
    const after = tx.change('stripeCall', now, patch)
    if (told !== null) takeTold(tx, parts.side, connection.mode, told)
    const declined = stripeIntent.safeParse(intentWith(error))
    if (declined.success)
      takeTold(tx, parts.side, connection.mode, { kind: 'intent', intent: declined.data })
    if (answer.kind === 'refused') callRefused(tx, parts.side, after, answer)
  })
  if (answer.kind === 'refused') await parts.look(call.paymentId)
}

interface Sent {
  readonly answer: StripeAnswer
  readonly told: Told | null
  readonly error: unknown
}

async function sent(
  { stripe, mode }: StripeConnection,
  { kind, idempotencyKey }: StripeCall,
  request: KeptRequest,
): Promise<Sent> {
  try {
    const told = await send(stripe, kind, request, idempotencyKey)
    if (isOfMode(told, mode)) return { answer: { kind: 'done' }, told, error: null }
    const message = 'Stripe told of an object of the other mode, test or live.'
    return {
      answer: { kind: 'refused', code: 'otherMode', message, param: '' },
      told: null,
      error: null,
    }
  } catch (error) {
    return { answer: answerOf(error), told: null, error }
  }
}

function isOfMode(told: Told, mode: StripeConnection['mode']): boolean {
  const live = mode === 'live'
  switch (told.kind) {
    case 'intent':
      return told.intent.livemode === live
    case 'session':
      return told.session.livemode === live
    case 'reader':
      return told.reader.livemode === live
    case 'refund':
      return true // a Refund has no livemode; its payment was checked
  }
}
