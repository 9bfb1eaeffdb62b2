import { namedBy } from '../secret/row-token.ts'
import type { Reads } from '../store/reads.ts'
import { opensReceipt } from './address.ts'
import { receiptPage } from './page.ts'
import type { PageLanguage } from './words.ts'

/** The page of the receipt that a token opens; null when it opens none. */
export async function readReceiptPage(
  reads: Reads,
  hubSecret: string,
  token: string,
  language: PageLanguage,
): Promise<string | null> {
  const id = namedBy(token)
  if (id === null || !opensReceipt(hubSecret, id, token)) return null
  const receipt = await reads.get('receipt', id)
  return receipt === undefined ? null : receiptPage(receipt, language)
}
