import { Refused } from './refused.ts'

/** What a key may do, and whether it still may. */
export type KeyGrant = {
  /** Every right, or those that are named, such as `rak_refund_write`. */
  rights: 'all' | readonly string[]
  /** `expired` is one that was rolled or ran out. */
  state?: 'active' | 'expired'
}

/** The keys of the account. */
export type Keys = Map<string, KeyGrant>

/**
 * The key that a request came with, and which mode it opens.
 * @throws Refused with 401 for no key, one that nobody knows and one that ran out
 */
export function readKey(
  keys: Keys,
  authorization: string | undefined,
): { key: string; grant: KeyGrant; livemode: boolean } {
  const key = keyIn(authorization ?? '')
  if (key === '') {
    throw unauthorised(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for details, or we can help at https://support.stripe.com/.",
    )
  }
  const grant = keys.get(key)
  if (grant === undefined) throw unauthorised(`Invalid API Key provided: ${masked(key)}`)
  if (grant.state === 'expired') {
    throw unauthorised(`Expired API Key provided: ${masked(key)}`, 'api_key_expired')
  }
  return { key, grant, livemode: /^[rs]k_live_/.test(key) }
}

/**
 * Lets a key pass that has a right.
 * @throws Refused with 403 that names the right
 */
export function checkRight(
  { key, grant }: { key: string; grant: KeyGrant },
  right: string | null,
  accountId: string,
): void {
  if (right === null || grant.rights === 'all' || grant.rights.includes(right)) return
  // To write is to read too.
  const asWrite = right.replace(/_read$/, '_write')
  if (asWrite !== right && grant.rights.includes(asWrite)) return
  throw new Refused(403, {
    type: 'invalid_request_error',
    message: `The provided key '${masked(key)}' does not have the required permissions for this endpoint on account '${accountId}'. Having the '${right}' permission would allow this request to continue.`,
  })
}

/** A key as Stripe writes it: its kind and its last four characters. */
export function masked(key: string): string {
  const kind = /^[a-z]+_(?:live|test)_/.exec(key)?.[0] ?? key.slice(0, 8)
  const hidden = Math.max(0, key.length - kind.length - 4)
  return `${kind}${'*'.repeat(hidden)}${key.slice(-4)}`
}

function keyIn(authorization: string): string {
  const [scheme = '', value = ''] = authorization.split(' ')
  if (scheme.toLowerCase() === 'bearer') return value
  if (scheme.toLowerCase() !== 'basic') return ''
  return Buffer.from(value, 'base64').toString().split(':')[0] ?? ''
}

function unauthorised(message: string, code?: string): Refused {
  const coded = code === undefined ? {} : { code }
  return new Refused(401, { type: 'invalid_request_error', message, ...coded })
}
