import { randomBytes } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const LENGTH = 24

/** Makes ids as Stripe writes them: a prefix and twenty-four letters and digits. */
export function randomId(prefix: string): string {
  let id = `${prefix}_`
  for (const byte of randomBytes(LENGTH)) id += ALPHABET[byte % ALPHABET.length] ?? '0'
  return id
}
