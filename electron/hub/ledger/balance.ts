import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Id } from '../../../shared/domain/id/id.ts'
import { type Account, accountParts, natureOf } from '../../../shared/domain/ledger/account.ts'
import type { AccountBalance, CurrencySum } from '../../../shared/domain/ledger/balance.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Reads } from '../store/reads.ts'
import type { Writes } from '../store/writes.ts'
import { type Period, slicesOf } from './slices.ts'

/** What stands on an account for a bill, minor units, as the unit sees it: debit above zero. */
export function balanceOfBill(tx: Writes, billId: Id, account: Account, currency: string): number {
  const [found] = tx.sql(
    `select coalesce(sum(l.amountMinor), 0) as balanceMinor from ledgerEntry e
      cross join ledgerLine l on l.entryId = e.id
      where e.billId = ? and l.account = ? and l.currency = ?`,
    [billId, account, currency],
  )
  return Number(found?.['balanceMinor'])
}

/**
 * What stands on an account before an instant, in each currency that was ever entered on it.
 * @param before left out: by now
 */
export async function balanceOf(
  reads: Reads,
  account: Account,
  before?: Instant,
): Promise<CurrencySum[]> {
  let query = reads.query
    .selectFrom('ledgerLine')
    .select('currency')
    .select(({ fn }) => fn.sum<number>('amountMinor').as('amountMinor'))
    .where('account', '=', account)
    .groupBy('currency')
  if (before !== undefined)
    query = query
      .innerJoin('ledgerEntry', 'ledgerEntry.id', 'ledgerLine.entryId')
      .where('ledgerEntry.at', '<', before)
  return query.execute()
}

/**
 * What was entered on every account within a period, or on every group of accounts; a few entries at a time, so that
 * the hub's other work gets its turn. By account, customers who owe nothing and never did have no row.
 */
export async function trialBalance(
  reads: Reads,
  { from, until, by }: Period & { readonly by: 'account' | 'group' },
): Promise<AccountBalance[]> {
  const sums = new Map<string, AccountBalance>()
  const debit = sql<number>`sum(max(amountMinor, 0))`.as('debitMinor')
  const credit = sql<number>`sum(max(-amountMinor, 0))`.as('creditMinor')
  for await (const among of slicesOf(reads, { from, until })) {
    const rows = await among
      .select(['ledgerLine.account', 'ledgerLine.currency', debit, credit])
      .groupBy(['ledgerLine.account', 'ledgerLine.currency'])
      .execute()
    for (const { account, currency, debitMinor, creditMinor } of rows) {
      const name = by === 'group' ? accountParts(account).group : account
      const key = `${name} ${currency}`
      const known = sums.get(key) ?? nothingOn(name, natureOf(account), currency)
      sums.set(key, {
        ...known,
        debitMinor: known.debitMinor + debitMinor,
        creditMinor: known.creditMinor + creditMinor,
        balanceMinor: known.balanceMinor + debitMinor - creditMinor,
      })
    }
    await setImmediate()
  }
  return [...sums.values()].sort((one, other) =>
    `${one.account} ${one.currency}` < `${other.account} ${other.currency}` ? -1 : 1,
  )
}

function nothingOn(
  account: string,
  nature: AccountBalance['nature'],
  currency: string,
): AccountBalance {
  return { account, nature, currency, debitMinor: 0, creditMinor: 0, balanceMinor: 0 }
}
