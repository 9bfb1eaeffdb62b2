import type { AccountPlanRow } from '../../../shared/contract/accounting.ts'
import {
  type BookAccount,
  bookIdOf,
  firstBookAccounts,
  isBookId,
  numberOfTwoNames,
  planRowsOf,
} from '../../../shared/domain/accounting/account-plan.ts'
import type { Reads } from '../store/reads.ts'
import type { Writes } from '../store/writes.ts'

/** The account plan as people see it: what it begins with, what was changed, and what was used and has no number yet. */
export async function readPlan(reads: Reads): Promise<AccountPlanRow[]> {
  const changed = await reads.find('bookAccount', {})
  const used = await reads.query.selectFrom('ledgerSum').select('account').distinct().execute()
  const usedIds = new Set(used.map(({ account }) => bookIdOf(account)))
  const changedIds = new Set(changed.map(({ id }) => id))
  return planRowsOf(
    changed,
    used.map(({ account }) => account),
  ).map(({ id, row }) => ({
    ...{ id, number: row?.number ?? '', name: row?.name ?? '' },
    ...{ isChanged: changedIds.has(id), isUsed: usedIds.has(id) },
  }))
}

export type ChangedPlan =
  | { readonly kind: 'changed' }
  | { readonly kind: 'namesDiffer'; readonly number: string }
  | { readonly kind: 'noSuchAccount'; readonly id: string }

/** Says which account of the books some of ours are; the others stay. */
export function changePlan(tx: Writes, rows: readonly BookAccount[]): ChangedPlan {
  for (const { id } of rows) if (!isBookId(id)) return { kind: 'noSuchAccount', id }
  const before = tx.find('bookAccount', {})
  const told = new Map([...firstBookAccounts, ...before, ...rows].map((row) => [row.id, row]))
  const number = numberOfTwoNames([...told.values()])
  if (number !== null) return { kind: 'namesDiffer', number }
  for (const row of rows)
    if (tx.get('bookAccount', row.id) === undefined) tx.insert('bookAccount', row)
    else tx.update('bookAccount', row.id, row)
  tx.journal({
    ...{ act: 'accounting.changePlan', noun: 'accountPlan', nounId: 'accountPlan' },
    ...{ before, after: rows },
  })
  return { kind: 'changed' }
}
