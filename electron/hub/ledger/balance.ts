import { type Account, accountParts, natureOf } from '../../../shared/domain/ledger/account.ts'
import type { AccountBalance, CurrencySum } from '../../../shared/domain/ledger/balance.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Reads } from '../store/reads.ts'
import type { Period } from './slices.ts'
import { sumsOver } from './sums.ts'

/**
 * What stands on an account before an instant, in each currency that was entered on it by then.
 * @param before left out: by now
 */
export async function balanceOf(
  reads: Reads,
  account: Account,
  before?: Instant,
): Promise<CurrencySum[]> {
  const byCurrency = new Map<string, number>()
  for (const sum of await sumsOver(reads, { until: before }, account)) {
    const { currency, debitMinor, creditMinor } = sum
    byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + debitMinor - creditMinor)
  }
  return [...byCurrency].map(([currency, amountMinor]) => ({ currency, amountMinor }))
}

/** What was entered within a period on every account on which something was, or on every group of accounts. */
export async function trialBalance(
  reads: Reads,
  { from, until, by }: Period & { readonly by: 'account' | 'group' },
): Promise<AccountBalance[]> {
  const rows = new Map<string, AccountBalance>()
  for (const { account, currency, debitMinor, creditMinor } of await sumsOver(reads, {
    from,
    until,
  })) {
    const name = by === 'group' ? accountParts(account).group : account
    const key = `${name} ${currency}`
    const known = rows.get(key) ?? nothingOn(name, natureOf(account), currency)
    rows.set(key, {
      ...known,
      debitMinor: known.debitMinor + debitMinor,
      creditMinor: known.creditMinor + creditMinor,
      balanceMinor: known.balanceMinor + debitMinor - creditMinor,
    })
  }
  return [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
}

function nothingOn(
  account: string,
  nature: AccountBalance['nature'],
  currency: string,
): AccountBalance {
  return { account, nature, currency, debitMinor: 0, creditMinor: 0, balanceMinor: 0 }
}
