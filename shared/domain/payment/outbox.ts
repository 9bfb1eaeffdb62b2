import { HOUR, MINUTE, SECOND, type Instant } from '../../time/instant.ts'
import type { StripeCall, StripeCallKind } from './stripe-call.ts'

/**
 * How a request to Stripe ended. `done` carried out; `refused` not, and never will be; `broken` Stripe failed, and says
 * the same under the same key from then on; `silent` nobody answered, so it may have been carried out unless it
 * was `neverSent`; `inUse` the same request is under way; `tooMany` at once; `keyRefused` the API key is revoked;
 * `rightMissing` it may not do that; `otherQuestion` the idempotency key came with other parameters before.
 */
export type StripeAnswer =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'refused'
      readonly code: string
      readonly message: string
      /** The parameter that it was refused for; empty where none is named. */
      readonly param: string
    }
  | { readonly kind: 'silent'; readonly neverSent: boolean; readonly message: string }
  | {
      readonly kind:
        | 'broken'
        | 'inUse'
        | 'tooMany'
        | 'keyRefused'
        | 'rightMissing'
        | 'otherQuestion'
      readonly message: string
    }

/** What looking for it at Stripe showed. */
export type StripeSearch =
  | { readonly kind: 'found' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'noAnswer'; readonly message: string }

/** Columns of a call that change. */
export type CallPatch = Partial<StripeCall>

/** For how long a key is trusted to be remembered: Stripe keeps it for 24 h at least ("Idempotent requests"). */
export const KEY_LASTS_MS = 23 * HOUR

/** How soon a call is tried again once whoever can mend it has had time to. */
const KEY_WAIT_MS = 5 * MINUTE

const FIRST_WAIT_MS = SECOND
const LONGEST_WAIT_MS = MINUTE
const LONGEST_OFFLINE_WAIT_MS = 20 * SECOND

/** `error` codes that say that the answer under this key can't be trusted or had any more. */
const DISTRUSTED = new Set(['broken', 'otherQuestion'])

/** What would be there twice if it were carried out twice; of all else Stripe does nothing a second time. */
const makesNew: ReadonlySet<StripeCallKind> = new Set([
  'checkout.create',
  'intent.create',
  'refund.create',
])

/**
 * What is done next with a call that is due: it is sent, under the key it has; or looked for, where that key may be
 * forgotten or is known to give nothing but a failure.
 */
export function nextStep({ firstSentAt, errorCode }: StripeCall, now: Instant): 'send' | 'lookUp' {
  if (firstSentAt === null) return 'send'
  if (now - firstSentAt > KEY_LASTS_MS) return 'lookUp'
  return DISTRUSTED.has(errorCode ?? '') ? 'lookUp' : 'send'
}

/** A call that is about to be sent, on disk before it is. From then on it may have been carried out. */
export function sending(call: StripeCall, now: Instant): CallPatch {
  return { state: 'sent', attempts: call.attempts + 1, firstSentAt: call.firstSentAt ?? now }
}

/**
 * What an answer makes of a call.
 * @param wasInDoubt whether an earlier try may have been carried out; where none may, neither has this one that was
 * turned away, and its key is as good as new
 * @param jitter 0 to 1, so that calls that failed together don't come again together
 */
export function answered(
  call: StripeCall,
  answer: StripeAnswer,
  { wasInDoubt, now, jitter }: { wasInDoubt: boolean; now: Instant; jitter: number },
): CallPatch {
  switch (answer.kind) {
    case 'done':
      return { state: 'done', error: null, errorCode: null, endedAt: now }
    case 'refused':
      return { state: 'refused', error: answer.message, errorCode: answer.code, endedAt: now }
    case 'silent': {
      const most = answer.neverSent ? LONGEST_OFFLINE_WAIT_MS : LONGEST_WAIT_MS
      return {
        ...later(call, answer.message, answer.neverSent ? 'unreachable' : 'silent'),
        dueAt: now + backOffMs(call.attempts, most, jitter),
        ...(answer.neverSent && !wasInDoubt ? { firstSentAt: null } : {}),
      }
    }
    case 'tooMany':
    case 'inUse':
    case 'broken':
    case 'otherQuestion':
      return {
        ...later(call, answer.message, answer.kind),
        dueAt: now + backOffMs(call.attempts, LONGEST_WAIT_MS, jitter),
        ...(answer.kind === 'tooMany' && !wasInDoubt ? { firstSentAt: null } : {}),
      }
    case 'keyRefused':
    case 'rightMissing':
      return {
        ...later(call, answer.message, answer.kind),
        dueAt: now + KEY_WAIT_MS,
        ...(wasInDoubt ? {} : { firstSentAt: null }),
      }
  }
}

/**
 * What a search makes of a call that was looked for. What is absent is sent anew under a new key only if the old one
 * is young: what was told a day ago and can't be found is for a person to judge.
 * @param newKey one that was never used
 */
export function lookedFor(
  call: StripeCall,
  search: StripeSearch,
  { newKey, now, jitter }: { newKey: string; now: Instant; jitter: number },
): CallPatch {
  switch (search.kind) {
    case 'found':
      return { state: 'done', error: null, errorCode: null, endedAt: now }
    case 'noAnswer':
      return {
        state: 'waiting',
        error: search.message,
        attempts: call.attempts + 1,
        dueAt: now + backOffMs(call.attempts, LONGEST_WAIT_MS, jitter),
      }
    case 'absent':
      if (makesNew.has(call.kind) && !isYoungFailure(call, now))
        return { state: 'unknown', dueAt: now + KEY_WAIT_MS }
      return { ...afresh(newKey), dueAt: now }
  }
}

/** Stripe failed at it itself, lately, and has had time to show what came of it. */
function isYoungFailure({ errorCode, firstSentAt }: StripeCall, now: Instant): boolean {
  return errorCode === 'broken' && now - (firstSentAt ?? now) <= KEY_LASTS_MS
}

/**
 * Whether a refused call is to be made anew: it was sent again so late that the end it names for the payer's page has
 * come too near. Had it been carried out before, its key would have been answered with that.
 */
export function isOutOfDate({ kind }: StripeCall, answer: StripeAnswer): boolean {
  return kind === 'checkout.create' && answer.kind === 'refused' && answer.param === 'expires_at'
}

/** A call as new: under a new key, as if it had never been sent. */
export function afresh(newKey: string): CallPatch {
  return {
    state: 'waiting',
    idempotencyKey: newKey,
    firstSentAt: null,
    attempts: 0,
    error: null,
    errorCode: null,
    endedAt: null,
  }
}

/** How long to wait after so many tries, ms: twice as long each time, between half of it and all of it. */
export function backOffMs(attempts: number, mostMs: number, jitter: number): number {
  const whole = Math.min(mostMs, FIRST_WAIT_MS * 2 ** Math.min(16, Math.max(0, attempts - 1)))
  return Math.round(whole / 2 + (whole / 2) * jitter)
}

function later({ state }: StripeCall, error: string, errorCode: string): CallPatch {
  return { state: state === 'sent' ? 'waiting' : state, error, errorCode }
}
