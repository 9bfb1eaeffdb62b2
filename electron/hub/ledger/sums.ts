import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Account } from '../../../shared/domain/ledger/account.ts'
import { DAY, type Instant } from '../../../shared/time/instant.ts'
import type { Reads } from '../store/reads.ts'
import type { LedgerSumRow } from '../store/money-rows.ts'
import { type Period, slicesOf } from './slices.ts'

/** The weeks that the database sums by, from 1970 on. */
export const WEEK = 7 * DAY

/** What was entered on an account; it may have several of these, which add up. */
export type AccountSum = Omit<LedgerSumRow, 'week'>

/**
 * What was entered within a period, by account and currency: the sums of its whole weeks, and of what is left at its
 * ends the lines, a few entries at a time, so that the hub's other work gets its turn.
 */
export async function sumsOver(
  reads: Reads,
  { from, until }: Period,
  account?: Account,
): Promise<AccountSum[]> {
  const firstWeek = Math.ceil((from ?? 0) / WEEK)
  const endWeek = until === undefined ? Number.MAX_SAFE_INTEGER : Math.floor(until / WEEK)
  if (firstWeek >= endWeek) return sumsOfLines(reads, { from, until }, account)
  const weeks = await sumsOfWeeks(reads, firstWeek, endWeek, account)
  const before = from === undefined ? [] : await between(reads, from, firstWeek * WEEK, account)
  const after = until === undefined ? [] : await between(reads, endWeek * WEEK, until, account)
  return [...before, ...weeks, ...after]
}

function sumsOfWeeks(
  reads: Reads,
  first: number,
  end: number,
  account: Account | undefined,
): Promise<AccountSum[]> {
  let query = reads.query
    .selectFrom('ledgerSum')
    .select(['account', 'currency'])
    .select(({ fn }) => [
      fn.sum<number>('debitMinor').as('debitMinor'),
      fn.sum<number>('creditMinor').as('creditMinor'),
    ])
    .where('week', '>=', first)
    .where('week', '<', end)
    .groupBy(['account', 'currency'])
  if (account !== undefined) query = query.where('account', '=', account)
  return query.execute()
}

async function between(
  reads: Reads,
  from: Instant,
  until: Instant,
  account: Account | undefined,
): Promise<AccountSum[]> {
  return from === until ? [] : sumsOfLines(reads, { from, until }, account)
}

async function sumsOfLines(
  reads: Reads,
  period: Period,
  account: Account | undefined,
): Promise<AccountSum[]> {
  const sums: AccountSum[] = []
  for await (const slice of slicesOf(reads, period)) {
    let query = slice
      .select(['ledgerLine.account', 'ledgerLine.currency'])
      .select([
        sql<number>`sum(max(amountMinor, 0))`.as('debitMinor'),
        sql<number>`sum(max(-amountMinor, 0))`.as('creditMinor'),
      ])
      .groupBy(['ledgerLine.account', 'ledgerLine.currency'])
    if (account !== undefined) query = query.where('ledgerLine.account', '=', account)
    sums.push(...(await query.execute()))
    await setImmediate()
  }
  return sums
}
