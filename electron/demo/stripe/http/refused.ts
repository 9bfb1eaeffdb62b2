import type { Stripe } from 'stripe'

/** The `error` of an answer, as Stripe spells it. */
export type StripeError = {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error'
  message: string
  code?: string
  param?: string
  decline_code?: string
  charge?: string
  doc_url?: string
  advice_code?: string
  payment_intent?: Stripe.PaymentIntent
  payment_method?: Stripe.PaymentMethod
}

/**
 * A request that Stripe turns down. It leaves an endpoint from any depth, so it is thrown; it is
 * caught in one place, where the answer is made.
 */
export class Refused extends Error {
  readonly status: number
  readonly error: StripeError

  constructor(status: number, error: StripeError) {
    super(error.message)
    this.status = status
    this.error = error
  }
}

/** How an act is turned down; null when it isn't. Whatever else it throws is a bug and is thrown on. */
export function refusalOf(act: () => void): Refused | null {
  try {
    act()
    return null
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
}

/** A request that is wrong in itself or in the state of what it names (400). */
export function invalid(message: string, more: { code?: string; param?: string } = {}): Refused {
  const docs =
    more.code === undefined
      ? {}
      : { doc_url: `https://stripe.com/docs/error-codes/${more.code.replaceAll('_', '-')}` }
  return new Refused(400, { type: 'invalid_request_error', message, ...more, ...docs })
}

/** An object that isn't there (404), or isn't there for this kind of key. */
export function missing(
  noun: string,
  id: string,
  otherMode: 'live' | 'test' | null = null,
  param = 'id',
): Refused {
  const similar =
    otherMode === null
      ? ''
      : `; a similar object exists in ${otherMode} mode, but a ${otherMode === 'live' ? 'test' : 'live'} mode key was used to make this request.`
  return new Refused(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    doc_url: 'https://stripe.com/docs/error-codes/resource-missing',
    message: `No such ${noun}: '${id}'${similar}`,
    param,
  })
}
