import { type AccountPlan, accountPlan } from '../../../shared/domain/accounting/account-plan.ts'
import type { SieQuery } from '../../../shared/domain/accounting/sie-query.ts'
import { type Stretch, stretchOf } from '../../../shared/domain/report/period.ts'
import { sumsOver } from '../ledger/sums.ts'
import type { Reads } from '../store/reads.ts'

/** What a file of vouchers is made by: when, in which currency, on which accounts. */
export interface Books extends Stretch {
  readonly siteName: string
  readonly timeZone: string
  readonly currency: string
  readonly plan: AccountPlan
  /** What was entered on each of our accounts in that currency. */
  readonly sums: readonly { account: string; debitMinor: number; creditMinor: number }[]
  readonly otherCurrencies: readonly string[]
}

export async function booksOf(
  reads: Reads,
  { firstDay, lastDay, currency }: SieQuery,
): Promise<Books> {
  const [site] = await reads.find('site', {})
  if (site === undefined) throw new Error('The site is made when the hub starts.')
  const { timeZone } = site
  const kept = currency ?? site.currency
  // A period of days doesn't ask what time it is.
  const days = { is: 'days', firstDay, lastDay } as const
  const stretch = stretchOf(days, { timeZone, now: 0 })
  const { fromAt, untilAt } = stretch
  const byAccount = new Map<string, Books['sums'][number]>()
  const others = new Set<string>()
  const all = fromAt === untilAt ? [] : await sumsOver(reads, { from: fromAt, until: untilAt })
  for (const { account, currency: of, debitMinor, creditMinor } of all) {
    if (of !== kept) {
      others.add(of)
      continue
    }
    const known = byAccount.get(account)
    byAccount.set(account, {
      account,
      debitMinor: debitMinor + (known?.debitMinor ?? 0),
      creditMinor: creditMinor + (known?.creditMinor ?? 0),
    })
  }
  return {
    ...{ ...stretch, siteName: site.name, timeZone, currency: kept },
    plan: accountPlan(await reads.find('bookAccount', {})),
    sums: [...byAccount.values()],
    otherCurrencies: [...others].sort(),
  }
}

/** Our accounts on which something was entered and that have no number in the books. */
export function unmappedIn({ sums, plan }: Books): string[] {
  return sums
    .map(({ account }) => account)
    .filter((account) => plan(account) === null)
    .sort()
}
