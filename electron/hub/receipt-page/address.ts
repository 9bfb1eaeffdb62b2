import type { Id } from '../../../shared/domain/id/id.ts'
import { sameSecret } from '../secret/key.ts'
import { rowToken } from '../secret/row-token.ts'

/** What stands in the address of a receipt's page: which it is, and the proof that it was told by this hub. */
export function receiptToken(hubSecret: string, id: Id): string {
  return rowToken(hubSecret, id, `receipt\0${id}`)
}

/** Whether it is that receipt's token, in a time that tells nothing. */
export function opensReceipt(hubSecret: string, id: Id, token: string): boolean {
  return sameSecret(receiptToken(hubSecret, id), token)
}

/** Where a receipt lies. @param apiUrl of the hub, such as http://192.168.1.20:9221 */
export function receiptUrl(apiUrl: string, token: string): string {
  return `${apiUrl}/r/${token}`
}

/** Whether others than this machine can open an address: not where the hub listens to itself alone. */
export function isReachable(apiUrl: string): boolean {
  const { hostname } = new URL(apiUrl)
  return hostname !== 'localhost' && hostname !== '[::1]' && !hostname.startsWith('127.')
}
