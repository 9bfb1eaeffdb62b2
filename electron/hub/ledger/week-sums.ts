import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { LedgerEntry } from '../../../shared/domain/ledger/entry.ts'
import type { VerifyFinding } from '../../../shared/domain/ledger/verdict.ts'
import type { Reads } from '../store/reads.ts'
import { WEEK } from './sums.ts'
import type { CheckStep } from './verify-check.ts'

/** Accounts that are compared at once: some milliseconds. */
const SLICE = 40

/** The sums of all lines by account, currency and week, made anew, to be compared with those that the database keeps. */
export interface WeekSums {
  add(entries: readonly LedgerEntry[]): void
  /**
   * Compares, once all entries up to that one are added. What is entered meanwhile is in what is kept, so it is added
   * in the very same question.
   */
  compare(reads: Reads, lastId: number): AsyncGenerator<CheckStep, void, void>
}

export function weekSums(): WeekSums {
  /** Debit and credit by account, and in that by currency and week. */
  const made = new Map<string, Map<string, [number, number]>>()

  const addTo = (account: string, key: string, debitMinor: number, creditMinor: number): void => {
    let sums = made.get(account)
    if (sums === undefined) made.set(account, (sums = new Map()))
    const sum = sums.get(key)
    if (sum === undefined) sums.set(key, [debitMinor, creditMinor])
    else {
      sum[0] += debitMinor
      sum[1] += creditMinor
    }
  }

  return {
    add(entries) {
      for (const { at, lines } of entries) {
        const week = Math.floor(at / WEEK)
        for (const { account, currency, amountMinor } of lines)
          addTo(account, `${currency} ${week}`, Math.max(amountMinor, 0), Math.max(-amountMinor, 0))
      }
    },
    async *compare(reads, lastId) {
      const accounts = [...made.keys()].sort()
      for (let at = 0; at === 0 || at < accounts.length; at += SLICE) {
        // From one slice's first account to the next one's, so that an account that isn't known is met too.
        const first = at === 0 ? '' : (accounts[at] ?? '')
        const rows = await keptAndNew(reads, lastId, first, accounts[at + SLICE])
        const off = new Set<string>()
        for (const { account, currency, week, debitMinor, creditMinor, sign } of rows)
          addTo(account, `${currency} ${week}`, sign * debitMinor, sign * creditMinor)
        for (const account of new Set([
          ...accounts.slice(at, at + SLICE),
          ...rows.map((row) => row.account),
        ]))
          for (const [debitMinor, creditMinor] of made.get(account)?.values() ?? [])
            if (debitMinor !== 0 || creditMinor !== 0) off.add(account)
        for (const account of off) yield { kind: 'found', finding: foundOff(account) }
        yield { kind: 'checked', done: Math.min(at + SLICE, accounts.length), of: accounts.length }
        await setImmediate()
      }
    },
  }
}

/** What is kept, to be taken off, and what was entered after that entry, to be added. */
function keptAndNew(reads: Reads, lastId: number, first: string, end: string | undefined) {
  // With a plus SQLite keeps from the account's index, which would have it look at lines of all times.
  const isIn = (column: 'ledgerSum.account' | '+ledgerLine.account') => {
    const ref = sql.raw(column)
    return end === undefined
      ? sql<boolean>`${ref} >= ${first}`
      : sql<boolean>`${ref} >= ${first} and ${ref} < ${end}`
  }
  const entered = reads.query
    .selectFrom('ledgerLine')
    .innerJoin('ledgerEntry', 'ledgerEntry.id', 'ledgerLine.entryId')
    .select(['account', 'currency', sql<number>`at / ${sql.lit(WEEK)}`.as('week')])
    .select([
      sql<number>`max(amountMinor, 0)`.as('debitMinor'),
      sql<number>`max(-amountMinor, 0)`.as('creditMinor'),
      sql<1 | -1>`1`.as('sign'),
    ])
    .where('entryId', '>', lastId)
    .where(isIn('+ledgerLine.account'))
  return reads.query
    .selectFrom('ledgerSum')
    .select(['account', 'currency', 'week', 'debitMinor', 'creditMinor'])
    .select(sql<1 | -1>`-1`.as('sign'))
    .where(isIn('ledgerSum.account'))
    .unionAll(entered)
    .execute()
}

function foundOff(account: string): VerifyFinding {
  const sentence = `The sums that are kept of ${account} are not those of its lines.`
  return { code: 'sumOff', noun: 'account', nounId: account, sentence }
}
