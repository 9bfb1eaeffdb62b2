import { createHmac } from 'node:crypto'
import type { Id } from '../../../shared/domain/id/id.ts'
import { sameSecret } from '../secret/key.ts'
import type { CalendarFeedRow } from '../store/own-rows.ts'

/** How much of the HMAC an address holds, bytes: 160 bits, as much as a charger's key; with the id 48 characters. */
const PROOF_BYTES = 20

type Address = Pick<CalendarFeedRow, 'id' | 'generation'>

/** What stands in a calendar's address: which it is, and the proof that it was told by this hub. */
export function tokenOf(hubSecret: string, { id, generation }: Address): string {
  const name = Buffer.from(id.replaceAll('-', ''), 'hex')
  return Buffer.concat([name, proofOf(hubSecret, { id, generation })]).toString('base64url')
}

/** Which calendar a token names; it proves nothing yet. Null when it has not the form of one. */
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

/** Whether it is the calendar's latest token. */
export function opens(hubSecret: string, address: Address, token: string): boolean {
  return sameSecret(tokenOf(hubSecret, address), token)
}

function proofOf(hubSecret: string, { id, generation }: Address): Buffer {
  return createHmac('sha256', hubSecret)
    .update(`calendar\0${id}\0${generation}`)
    .digest()
    .subarray(0, PROOF_BYTES)
}
