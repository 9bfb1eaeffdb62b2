import type { StripeAnswer } from '../../../../shared/domain/payment/outbox.ts'
import { withoutStripeKeys } from '../../../../shared/domain/payment/without-keys.ts'

/** What of an error of the SDK's is read. */
interface Told {
  readonly type: string
  readonly message: string
  readonly code: string
  readonly statusCode: number | null
  readonly declineCode: string | null
  readonly param: string
}

/** Failures of a connection that was never made, so that nothing was sent over it (Node's error codes). */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETDOWN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
])

/**
 * What an error says about the request that met it (Stripe documentation, "Error handling"). One that is not of the
 * SDK's making is nobody's answer.
 */
export function answerOf(error: unknown): StripeAnswer {
  const { type, message, code, statusCode, declineCode, param } = toldBy(error)
  if (type === 'StripeIdempotencyError') return { kind: 'otherQuestion', message }
  if (statusCode === null || type === 'StripeConnectionError')
    return { kind: 'silent', neverSent: wasNeverSent(error), message }
  if (statusCode === 401) return { kind: 'keyRefused', message }
  if (statusCode === 403) return { kind: 'rightMissing', message }
  if (statusCode === 409) return { kind: 'inUse', message }
  if (statusCode === 429) return { kind: 'tooMany', message }
  if (statusCode >= 500) return { kind: 'broken', message }
  return { kind: 'refused', code: declineCode ?? (code || 'invalid_request_error'), message, param }
}

/** Whether an error is one of the SDK's, and so Stripe's answer or the lack of one. */
export function isStripes(error: unknown): boolean {
  return error instanceof Error && 'type' in error && String(error.type).startsWith('Stripe')
}

/** The object that Stripe told with an error, such as the intent of a payment that was declined. */
export function intentWith(error: unknown): unknown {
  return isRecord(error) ? error['payment_intent'] : undefined
}

/** The right that a restricted key lacks, in Stripe's name; null when the answer doesn't name one. */
export function missingRight(message: string): string | null {
  return /\brak_\w+/.exec(message)?.[0] ?? null
}

function toldBy(error: unknown): Told {
  const told = isRecord(error) ? error : {}
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  return {
    type: text(told['type']),
    message: withoutStripeKeys(text(told['message'])).slice(0, 500),
    code: text(told['code']),
    statusCode: typeof told['statusCode'] === 'number' ? told['statusCode'] : null,
    declineCode: text(told['decline_code']) || null,
    param: text(told['param']),
  }
}

/** Looks for why a connection failed as deep as errors wrap each other. */
function wasNeverSent(error: unknown): boolean {
  let inner: unknown = error
  for (let depth = 0; depth < 5 && isRecord(inner); depth += 1) {
    const { code } = inner
    if (typeof code === 'string' && NEVER_SENT.has(code)) return true
    inner = inner['detail'] ?? inner['cause']
  }
  return false
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
