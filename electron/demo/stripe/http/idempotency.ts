import type { KeptAnswer, World } from '../world/world.ts'
import { Refused } from './refused.ts'

/** How long a key is remembered (Stripe documentation, "Idempotent requests"). */
export const KEY_LIFE_MS = 24 * 3_600_000
const LONGEST_KEY = 255

/**
 * The answer that a key got before; null when it is new. Keys of a day ago are forgotten on the way.
 * @throws Refused when the key was used for something else, or is in use this moment
 */
export function keptAnswer(
  world: World,
  inFlight: ReadonlySet<string>,
  key: string,
  request: { endpoint: string; form: string },
  now: number,
): KeptAnswer | null {
  if (key.length > LONGEST_KEY) {
    throw new Refused(400, {
      type: 'invalid_request_error',
      message: `Idempotency keys must not exceed ${LONGEST_KEY} characters.`,
    })
  }
  if (inFlight.has(key)) throw inUse(key)
  const kept = world.kept[key]
  if (kept === undefined) return null
  if (now - kept.at >= KEY_LIFE_MS) {
    delete world.kept[key]
    return null
  }
  if (kept.endpoint === request.endpoint && kept.form === request.form) return kept
  const difference =
    kept.endpoint === request.endpoint
      ? 'Keys for idempotent requests can only be used with the same parameters they were first used with.'
      : `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${pathOf(request.endpoint)}' vs '${pathOf(kept.endpoint)}').`
  throw new Refused(400, {
    type: 'idempotency_error',
    message: `${difference} Try using a key other than '${key}' if you meant to execute a different request.`,
  })
}

/** A key whose first request hasn't been answered yet (409). */
export function inUse(key: string): Refused {
  return new Refused(409, {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    doc_url: 'https://stripe.com/docs/error-codes/idempotency-key-in-use',
    message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
  })
}

function pathOf(endpoint: string): string {
  return endpoint.split(' ')[1] ?? endpoint
}
