import { MINUTE } from '../../../../shared/time/instant.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import { nextStep, sending } from '../../../../shared/domain/payment/outbox.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import type { StripeCall } from '../../../../shared/domain/payment/stripe-call.ts'
import type { Writes } from '../../store/writes.ts'
import type { StripeMode, StripeSide } from '../stripe-side.ts'
import { preparedRequest } from './prepare.ts'
import { keptRequest, type KeptRequest } from './request.ts'

/** How soon a call that another key would send is looked at again, unless a key is set before. */
const OTHER_MODE_WAIT_MS = 5 * MINUTE

/** What is done with a call now. */
export type Turn =
  | {
      readonly kind: 'send'
      readonly call: StripeCall
      readonly request: KeptRequest
      readonly wasInDoubt: boolean
    }
  | { readonly kind: 'lookUp'; readonly call: StripeCall; readonly payment: Payment }

/**
 * Decides on a call's turn, and marks it as sent before it is; null where there is nothing to do now.
 * @param mode of the key that is set
 */
export function beginTurn(tx: Writes, side: StripeSide, mode: StripeMode, id: Id): Turn | null {
  const call = tx.get('stripeCall', id)
  const payment = call && tx.get('payment', call.paymentId)
  if (call?.endedAt !== null || payment === undefined) return null
  // Money of another mode is never touched: the call waits until its key is set again.
  if (payment.mode !== mode) {
    tx.change('stripeCall', call, { errorCode: 'otherMode', dueAt: tx.now + OTHER_MODE_WAIT_MS })
    return null
  }
  if (nextStep(call, tx.now) === 'lookUp') return { kind: 'lookUp', call, payment }
  const wasInDoubt = call.firstSentAt !== null
  const request = wasInDoubt ? keptRequest(call) : preparedRequest(tx, side, call, payment)
  if (request === null) {
    tx.change('stripeCall', call, { state: 'dropped', endedAt: tx.now })
    return null
  }
  const marked = tx.change('stripeCall', call, {
    ...sending(call, tx.now),
    request: { ...call.request, ...request },
  })
  return { kind: 'send', call: marked, request, wasInDoubt }
}
