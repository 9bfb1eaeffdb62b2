import { createHmac } from 'node:crypto'
import type { Id } from '../../../shared/domain/id/id.ts'

/** How much of the HMAC an address holds, bytes: 160 bits, as much as a charger's key; with the id 48 characters. */
const PROOF_BYTES = 20

/**
 * What stands in an address that opens one row: which it is, and the proof that it was told by this hub.
 * @param purpose what it opens, and whatever else it is to be proof of
 */
export function rowToken(hubSecret: string, id: Id, purpose: string): string {
  const name = Buffer.from(id.replaceAll('-', ''), 'hex')
  const proof = createHmac('sha256', hubSecret).update(purpose).digest().subarray(0, PROOF_BYTES)
  return Buffer.concat([name, proof]).toString('base64url')
}

/** Which row a token names; it proves nothing yet. Null when it has not the form of one. */
export function namedBy(token: string): Id | null {
  if (!/^[\w-]{48}$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const hex = bytes.toString('hex', 0, 16)
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, until]) => hex.slice(from, until))
    .join('-')
}
