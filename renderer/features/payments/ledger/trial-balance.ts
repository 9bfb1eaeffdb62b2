import type { AccountBalance } from '../../../../shared/domain/ledger/balance.ts'

/** A trial balance of one currency; `difference` is not zero only where the ledger has been tampered with. */
export type TrialBalance = {
  currency: string
  rows: readonly AccountBalance[]
  debitMinor: number
  creditMinor: number
  differenceMinor: number
}

const order = { asset: 0, liability: 1, income: 2, expense: 3 } as const

/** A trial balance of each currency: what the site has and is owed first, then what it owes, earns and spends. */
export function trialBalances(balances: readonly AccountBalance[]): TrialBalance[] {
  const currencies = [...new Set(balances.map(({ currency }) => currency))].toSorted()
  return currencies.map((currency) => {
    const rows = balances
      .filter((row) => row.currency === currency)
      .toSorted((a, b) => order[a.nature] - order[b.nature] || (a.account < b.account ? -1 : 1))
    const debitMinor = rows.reduce((sum, row) => sum + Math.max(0, row.balanceMinor), 0)
    const creditMinor = rows.reduce((sum, row) => sum + Math.max(0, -row.balanceMinor), 0)
    return { currency, rows, debitMinor, creditMinor, differenceMinor: debitMinor - creditMinor }
  })
}
