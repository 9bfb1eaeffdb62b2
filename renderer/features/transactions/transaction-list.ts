import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'

/** Newest first; the number settles ties, because the hub gives numbers out in order. */
export function newestFirst(a: Transaction, b: Transaction): number {
  return b.startedAt - a.startedAt || b.ocppTransactionId - a.ocppTransactionId
}

/**
 * The pages fetched so far with the live rows laid over them. A live row replaces the fetched one, which may
 * have aged; one that no page holds is added where its time puts it, unless it is older than all that has
 * been fetched while more is still to come: then it belongs to a page further down.
 */
export function mergeLive(
  fetched: readonly Transaction[],
  live: readonly Transaction[],
  complete: boolean,
): Transaction[] {
  const oldest = fetched.reduce((least, row) => Math.min(least, row.startedAt), Infinity)
  const merged = new Map(fetched.map((row) => [row.id, row]))
  for (const row of live) {
    if (merged.has(row.id) || complete || row.startedAt >= oldest) merged.set(row.id, row)
  }
  return [...merged.values()].toSorted(newestFirst)
}

/** What the rows come to. */
export type TransactionTotals = {
  count: number
  active: number
  energyWh: number
  /** Power now of those that run, W. */
  powerW: number
  durationMs: number
}

/** Adds rows up; those still running count until `now`. */
export function totals(rows: readonly Transaction[], now: number): TransactionTotals {
  return rows.reduce<TransactionTotals>(
    (sum, row) => ({
      count: sum.count + 1,
      active: sum.active + (row.state === 'active' ? 1 : 0),
      energyWh: sum.energyWh + row.energyWh,
      powerW: sum.powerW + (row.state === 'active' ? (row.powerW ?? 0) : 0),
      durationMs: sum.durationMs + durationMs(row, now),
    }),
    { count: 0, active: 0, energyWh: 0, powerW: 0, durationMs: 0 },
  )
}

/** How long a transaction took or has taken so far, by the charger's clock; never negative. */
export function durationMs(
  row: Pick<Transaction, 'startedAt' | 'stoppedAt' | 'state'>,
  now: number,
): number {
  const end = row.stoppedAt ?? (row.state === 'active' ? now : row.startedAt)
  return Math.max(0, end - row.startedAt)
}
