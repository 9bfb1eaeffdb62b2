import type { StripeCall } from './stripe-call.ts'

const NOON = Date.UTC(2026, 10, 2, 12)

/** A call that makes a page to pay on and was never sent, save for what is told. */
export function aCall(told: Partial<StripeCall> = {}): StripeCall {
  return {
    id: '01890000-0000-7000-8000-00000000c111',
    kind: 'checkout.create',
    paymentId: '01890000-0000-7000-8000-0000000aa111',
    refundId: null,
    request: {},
    idempotencyKey: 'key-1',
    state: 'waiting',
    attempts: 0,
    firstSentAt: null,
    dueAt: NOON,
    error: null,
    errorCode: null,
    createdAt: NOON,
    endedAt: null,
    ...told,
  }
}
