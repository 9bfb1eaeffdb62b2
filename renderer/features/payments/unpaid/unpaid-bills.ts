import type { Bill } from '../../../../shared/domain/bill/bill.ts'
import { isUnpaid } from '../../../../shared/domain/bill/payable.ts'

/** Since when a bill could have been paid, epoch ms. */
export function dueSince({ finalAt, endsAt, startsAt }: Bill): number {
  return finalAt ?? endsAt ?? startsAt
}

/** Who owes the longest comes first. */
export function oldestFirst(a: Bill, b: Bill): number {
  return dueSince(a) - dueSince(b) || (a.id < b.id ? -1 : 1)
}

/**
 * The unpaid bills: those that were fetched with the live rows laid over them, so that one that has just been paid is
 * gone at once.
 */
export function unpaidBills(fetched: readonly Bill[], live: readonly Bill[]): Bill[] {
  const rows = new Map(fetched.map((bill) => [bill.id, bill]))
  for (const bill of live) rows.set(bill.id, bill)
  return [...rows.values()].filter(isUnpaid).toSorted(oldestFirst)
}

/** What is due in each currency, minor units. */
export function dueByCurrency(bills: readonly Bill[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { currency, dueMinor } of bills)
    sums.set(currency, (sums.get(currency) ?? 0) + dueMinor)
  return sums
}
