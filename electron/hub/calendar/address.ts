import { rowToken } from '../secret/row-token.ts'
import { sameSecret } from '../secret/key.ts'
import type { CalendarFeedRow } from '../store/own-rows.ts'

type Address = Pick<CalendarFeedRow, 'id' | 'generation'>

/** What stands in a calendar's address: which it is, and the proof that it was told by this hub. */
export function tokenOf(hubSecret: string, { id, generation }: Address): string {
  return rowToken(hubSecret, id, `calendar\0${id}\0${generation}`)
}

/** Whether it is the calendar's latest token. */
export function opens(hubSecret: string, address: Address, token: string): boolean {
  return sameSecret(tokenOf(hubSecret, address), token)
}
