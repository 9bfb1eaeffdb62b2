import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidV7 } from '../../../shared/domain/id/id.ts'
import type { LedgerEntry } from '../../../shared/domain/ledger/entry.ts'
import { feeTaken, payoutSent } from '../../../shared/domain/ledger/postings.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { openStore, type Store } from '../store/store.ts'
import { balanceOf, trialBalance } from './balance.ts'
import { post } from './post.ts'
import { entriesAfter } from './read-entries.ts'
import { WEEK } from './sums.ts'

/** More than are summed at once, on both sides of where weeks begin, and by a clock that goes back at times. */
const ENTRIES = 2_500
const FIRST_WEEK = 2_900

const dir = mkdtempSync(join(tmpdir(), 'laddplan-sums-'))
let store: Store
let entries: LedgerEntry[]

const edges = [0, 1, 2, 3].flatMap((week) =>
  [-1, 0, 1].map((offset) => (FIRST_WEEK + week) * WEEK + offset),
)

function momentOf(number: number): Instant {
  const some = (number * 7_919) % 3_600
  return edges[some % 40] ?? FIRST_WEEK * WEEK + some * 500_000
}

beforeAll(async () => {
  let units = 0
  // Each unit asks the clock once.
  const clock = () => momentOf((units += 1))
  const newId = () => uuidV7(0, randomBytes(10))
  store = await openStore({ file: join(dir, 'site.db'), clock, newId })
  const works = Array.from({ length: ENTRIES }, (_, number) => {
    const some = (number * 7_919) % 3_600
    const currency = number % 3 === 0 ? 'EUR' : 'SEK'
    const moved = { currency, amountMinor: 1 + (some % 97) }
    const posting = number % 2 === 0 ? feeTaken(moved) : payoutSent({ ...moved, payoutId: 'po' })
    return store.work('Kim', (tx) => post(tx, posting))
  })
  await Promise.all(works)
  entries = (await entriesAfter(store.reads, 0, ENTRIES)).map(({ entry }) => entry)
})
afterAll(async () => {
  await store.close()
  rmSync(dir, { recursive: true })
})

/** The sums line by line. */
function slowly(from = 0, until = Number.MAX_SAFE_INTEGER) {
  const rows: Record<string, [number, number]> = {}
  for (const { at, lines } of entries)
    for (const { account, currency, amountMinor } of lines) {
      if (at < from || at >= until) continue
      const row = (rows[`${account} ${currency}`] ??= [0, 0])
      row[amountMinor > 0 ? 0 : 1] += Math.abs(amountMinor)
    }
  return rows
}

const moment: fc.Arbitrary<Instant | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom(...edges),
  fc.integer({ min: (FIRST_WEEK - 1) * WEEK, max: (FIRST_WEEK + 5) * WEEK }),
)

test('the sums of any period are those of its lines, one by one, and balance', async () => {
  await fc.assert(
    fc.asyncProperty(moment, moment, async (from, until) => {
      const rows = await trialBalance(store.reads, { from, until, by: 'account' })
      const told = rows.map((row) => [
        `${row.account} ${row.currency}`,
        [row.debitMinor, row.creditMinor],
      ])
      expect(Object.fromEntries(told)).toEqual(slowly(from, until))
      for (const currency of ['SEK', 'EUR']) {
        const own = rows.filter((row) => row.currency === currency)
        expect(own.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0)).toBe(0)
      }
    }),
    { numRuns: 80 },
  )
})

test('the balance of an account at any instant is that of its lines till then', async () => {
  await fc.assert(
    fc.asyncProperty(moment, async (before) => {
      const told = await balanceOf(store.reads, 'means/stripe', before)
      const rows = slowly(0, before)
      for (const currency of ['SEK', 'EUR']) {
        const [debit, credit] = rows[`means/stripe ${currency}`] ?? [0, 0]
        const found = told.find((sum) => sum.currency === currency)
        expect(found?.amountMinor ?? 0).toBe(debit - credit)
      }
    }),
    { numRuns: 40 },
  )
})
