import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * A new charger key: 20 random bytes in hex, which is what OCPP-J 1.6 §6.2.2 takes as AuthorizationKey and what
 * 2.0.1 takes as a password of 40 characters.
 */
export function newKey(): string {
  return randomBytes(20).toString('hex').toUpperCase()
}

/**
 * One form for the two ways chargers send the same key: 20 raw bytes (OCPP-J 1.6) or their 40 hex digits.
 * Other passwords stay as they are.
 */
function canonical(password: Buffer): Buffer {
  if (password.length === 20) return Buffer.from(password.toString('hex').toUpperCase())
  const text = password.toString('latin1')
  return /^[0-9a-fA-F]{40}$/.test(text) ? Buffer.from(text.toUpperCase()) : password
}

/** What is stored of a key: hex of HMAC-SHA-256 under the hub's secret, bound to its station. */
export function hashKey(hubSecret: string, stationId: string, password: Buffer): string {
  return createHmac('sha256', hubSecret)
    .update(stationId)
    .update('\0')
    .update(canonical(password))
    .digest('hex')
}

/** Whether two hashes are the same, in a time that tells nothing. */
export function sameHash(a: string, b: string): boolean {
  const first = Buffer.from(a, 'hex')
  const second = Buffer.from(b, 'hex')
  return first.length === second.length && timingSafeEqual(first, second)
}

/** Whether two secrets given as text are the same, in a time that tells nothing, their lengths included. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHmac('sha256', 'compare').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
