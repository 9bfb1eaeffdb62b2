import type { BookedSum, SieCheck } from '../../../shared/contract/accounting.ts'
import type { SieQuery } from '../../../shared/domain/accounting/sie-query.ts'
import type { Reads } from '../store/reads.ts'
import { booksOf, unmappedIn } from './books.ts'

/** What a file of vouchers would hold, and what stands in its way. */
export async function checkVouchers(reads: Reads, query: SieQuery): Promise<SieCheck> {
  const books = await booksOf(reads, query)
  const { fromAt, untilAt, currency, plan, otherCurrencies } = books
  const { entries } = await reads.query
    .selectFrom('ledgerEntry')
    .select(({ fn }) => fn.countAll<number>().as('entries'))
    .where('at', '>=', fromAt)
    .where('at', '<', untilAt)
    .executeTakeFirstOrThrow()
  const byNumber = new Map<string, BookedSum>()
  for (const { account, debitMinor, creditMinor } of books.sums) {
    const booked = plan(account)
    if (booked === null) continue
    const { number, name } = booked
    const known = byNumber.get(number) ?? { number, name, debitMinor: 0, creditMinor: 0 }
    byNumber.set(number, {
      ...known,
      debitMinor: known.debitMinor + debitMinor,
      creditMinor: known.creditMinor + creditMinor,
    })
  }
  return {
    ...{ currency, entries, unmapped: unmappedIn(books), otherCurrencies: [...otherCurrencies] },
    sums: [...byNumber.values()].sort((one, other) => (one.number < other.number ? -1 : 1)),
  }
}
