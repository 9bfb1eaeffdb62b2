import { useClient } from '../../live/use-live.ts'
import { refusalOf } from '../../live/refusal.ts'
import { useQuery } from '../../live/use-query.ts'
import type { Query } from '../../live/use-query.ts'
import type { Receipt } from '../../../shared/domain/payment/receipt.ts'

/** A payment, or a refund of it, whose receipt is wanted. */
export type WantedReceipt = { paymentId: string; refundId?: string }

/** Makes out the receipts that are wanted; what nothing was paid by has none, and is counted. */
export function useReceipts(
  wanted: readonly WantedReceipt[],
): Query<{ receipts: Receipt[]; without: number }> {
  const hub = useClient()
  return useQuery(`receipts:${JSON.stringify(wanted)}`, async () => {
    const receipts: Receipt[] = []
    let without = 0
    for (const one of wanted) {
      try {
        receipts.push(await hub.receipt.issue(one))
      } catch (error) {
        if (refusalOf(error).code !== 'NOTHING_PAID') throw error
        without += 1
      }
    }
    return { receipts, without }
  })
}
