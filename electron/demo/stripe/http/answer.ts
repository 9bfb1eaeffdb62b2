import { assertObject } from '../schema/schemas.ts'
import { API_VERSION } from '../world/tell.ts'
import type { WireOutcome } from './message.ts'
import type { StripeError } from './refused.ts'

/** An answer before it goes onto the wire. */
export type Answer = { status: number; body: string }

/** What is answered when something breaks inside Stripe. */
export const BROKEN: Answer = errorAnswer(500, {
  type: 'api_error',
  message:
    'Sorry! There was an error while talking to one of our backends. Support has been notified.',
})

/** An answer that turns down. */
export function errorAnswer(status: number, error: StripeError): Answer {
  return { status, body: spelled({ error }) }
}

/** An answer with an object or a list of them. */
export function objectAnswer(body: object): Answer {
  return { status: 200, body: spelled(body) }
}

/** An answer on the wire. */
export function onWire(
  { status, body }: Answer,
  requestId: string,
  more: Record<string, string> = {},
): WireOutcome {
  return {
    kind: 'answer',
    status,
    headers: {
      'content-type': 'application/json',
      'request-id': requestId,
      'stripe-version': API_VERSION,
      ...more,
    },
    body,
  }
}

/**
 * Holds what is to be answered to the SDK's types, object by object.
 * @throws when the double got a shape wrong
 */
export function assertAnswer(answer: object): void {
  const name: unknown = Reflect.get(answer, 'object')
  if (Reflect.get(answer, 'deleted') === true) return
  if (name === 'list' || name === 'search_result') {
    const data: unknown = Reflect.get(answer, 'data')
    if (Array.isArray(data)) for (const each of data) assertAnswer(each)
    return
  }
  assertObject(String(name), answer)
  if (name !== 'event') return
  const about: unknown = Reflect.get(Reflect.get(answer, 'data'), 'object')
  if (typeof about === 'object' && about !== null) assertAnswer(about)
}

function spelled(body: object): string {
  return `${JSON.stringify(body, null, 2)}\n`
}
