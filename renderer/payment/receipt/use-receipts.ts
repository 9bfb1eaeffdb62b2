import { useClient } from '../../live/use-live.ts'
import { refusalOf } from '../../live/refusal.ts'
import { useQuery } from '../../live/use-query.ts'
import type { Query } from '../../live/use-query.ts'
import type { Receipt } from '../../../shared/domain/payment/receipt.ts'

/** A payment, or a refund of it, whose receipt is wanted. */
export type WantedReceipt = { paymentId: string; refundId?: string }

/** Receipts that are made out. */
export type MadeReceipts = {
  receipts: Receipt[]
  /** How many payments have none, since nothing was paid by them. */
  without: number
  /** Where a phone finds each, by its number; not there where no phone can reach the hub. */
  pages: ReadonlyMap<number, string>
}

/** Makes out the receipts that are wanted; what nothing was paid by has none, and is counted. */
export function useReceipts(wanted: readonly WantedReceipt[]): Query<MadeReceipts> {
  const hub = useClient()
  return useQuery(`receipts:${JSON.stringify(wanted)}`, async () => {
    const receipts: Receipt[] = []
    const pages = new Map<number, string>()
    let without = 0
    for (const one of wanted) {
      try {
        const receipt = await hub.receipt.issue(one)
        receipts.push(receipt)
        const page = await hub.receipt.page({ number: receipt.number })
        if (page.isReachable) pages.set(receipt.number, page.url)
      } catch (error) {
        if (refusalOf(error).code !== 'NOTHING_PAID') throw error
        without += 1
      }
    }
    return { receipts, without, pages }
  })
}
