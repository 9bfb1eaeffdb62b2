import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidV7 } from '../../../shared/domain/id/id.ts'
import { newConnector } from '../../../shared/domain/connector/new-connector.ts'
import { reportKind, type ReportKind } from '../../../shared/domain/report/report-kind.ts'
import { reportSpec } from '../../../shared/domain/report/spec.ts'
import { totals } from '../../../shared/domain/report/totals.ts'
import { newStation } from '../../../shared/domain/station/new-station.ts'
import { DAY, HOUR } from '../../../shared/time/instant.ts'
import { awaken } from '../awakening.ts'
import { openReader, type Sqlite } from '../store/sqlite.ts'
import { openStore, type Store } from '../store/store.ts'
import { reportRows } from './read/report-rows.ts'
import { type Event, writeEvent } from './test-bench/rows-at.ts'

// What happened around the days on which the clocks are put forward and back, much of it at midnight to the millisecond.
const midnights = [
  ...['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26', '2026-11-01'],
].map((day) => Temporal.PlainDate.from(day).toZonedDateTime('Europe/Stockholm').epochMilliseconds)
const moment = fc
  .tuple(
    fc.constantFrom(...midnights),
    fc.oneof(
      fc.constantFrom(-1, 0, 1, HOUR, 23 * HOUR),
      fc.integer({ min: -2 * DAY, max: 2 * DAY }),
    ),
  )
  .map(([midnight, offset]) => midnight + offset)
const event: fc.Arbitrary<Event> = fc.record({
  at: moment,
  is: fc.constantFrom('session', 'session', 'correction', 'payment', 'refund', 'payout'),
  minor: fc.integer({ min: 1, max: 1_000_000 }),
  ratePct: fc.constantFrom(25, 12, 6),
  currency: fc.constantFrom('SEK', 'EUR'),
  who: fc.integer({ min: 0, max: 4 }),
})

const now = Date.UTC(2026, 11, 1)
let dir: string
let store: Store
let reader: Sqlite

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'laddplan-adjacent-'))
  const time = { now: Date.UTC(2026, 2, 1) }
  const newId = () => uuidV7(time.now, randomBytes(10))
  store = await openStore({ file: join(dir, 'site.db'), clock: () => time.now, newId })
  await awaken(store, 'Europe/Stockholm')
  const stationId = newId()
  await store.work('test', (tx) => {
    const words = { chargePointId: 'CP1', zone: '', authentication: 'none' } as const
    tx.insert('station', newStation(words, stationId, tx.now))
    for (const number of [1, 2]) tx.insert('connector', newConnector(tx.newId(), stationId, number))
    tx.insert('reportTerms', { id: 'reportTerms', co2GPerKwh: 37, updatedAt: tx.now })
  })
  // In no order of time: a ledger's clock may have been put back.
  for (const [number, one] of fc.sample(event, { numRuns: 320, seed: 20_261_127 }).entries()) {
    time.now = one.at
    await store.work('test', (tx) => writeEvent(tx, stationId, number, one))
  }
  reader = openReader(join(dir, 'site.db'))
}, 60_000)
afterAll(async () => {
  reader.close()
  await store.close()
  rmSync(dir, { recursive: true })
})

const summing = (kind: ReportKind, groupBy: string, fromAt: number, untilAt: number) =>
  reportSpec.parse({ kind, groupBy, period: { is: 'instants', fromAt, untilAt } })

/** All rows of a report as texts, and their totals. */
function read(kind: ReportKind, groupBy: string, fromAt: number, untilAt: number) {
  const report = reportRows(reader, summing(kind, groupBy, fromAt, untilAt), now)
  const sums = totals(report.columns)
  const rows: string[] = []
  for (const slice of report.slices(undefined, 7))
    for (const row of slice.rows) {
      rows.push(JSON.stringify(row.values))
      sums.add(row)
    }
  return { rows, totals: sums.rows() }
}

type Sums = ReturnType<typeof read>['totals']

function added(...parts: Sums[]): Record<string, (number | null)[]> {
  const sums: Record<string, (number | null)[]> = {}
  for (const { currency, values } of parts.flat()) {
    const before = sums[currency ?? '']
    sums[currency ?? ''] = values.map((value, at) =>
      typeof value === 'number' ? value + Number(before?.[at] ?? 0) : null,
    )
  }
  return sums
}

const single = new Set<ReportKind>(['vat', 'energyPerVehicle', 'co2'])

test.each(reportKind.options)(
  'the reports of two periods that meet add up to that of both, with nothing twice and nothing between them: %s',
  (kind) => {
    const groupBy = single.has(kind)
      ? fc.constantFrom('period', 'day', 'month')
      : fc.constant('period')
    let seen = 0
    fc.assert(
      fc.property(fc.tuple(moment, moment, moment), groupBy, (cuts, by) => {
        const [first = 0, middle = 0, last = 0] = [...cuts].sort((one, other) => one - other)
        const [one, other] = [read(kind, by, first, middle), read(kind, by, middle, last)]
        const both = read(kind, by, first, last)
        expect(added(one.totals, other.totals)).toEqual(added(both.totals))
        // Rows that are no sums are the very same rows, whatever period they are asked for in.
        if (!single.has(kind)) expect([...one.rows, ...other.rows]).toEqual(both.rows)
        seen += both.rows.length
      }),
      { numRuns: 30 },
    )
    expect(seen).toBeGreaterThan(100)
  },
)

test('what was billed is what the ledger has of revenue and tax over the same time', () => {
  fc.assert(
    fc.property(moment, moment, (one, other) => {
      const [fromAt, untilAt] = [Math.min(one, other), Math.max(one, other)]
      const ledger = ledgerSums(
        fromAt,
        untilAt,
        "account glob 'revenue/*' or account glob 'vat/*'",
        -1,
      )
      expect(sumOf('billing', 'gross', fromAt, untilAt)).toEqual(ledger)
      expect(sumOf('vat', 'gross', fromAt, untilAt)).toEqual(ledger)
    }),
    { numRuns: 30 },
  )
})

test('what was paid and given back is what the ledger has of means and of what was given away', () => {
  fc.assert(
    fc.property(moment, moment, (one, other) => {
      const [fromAt, untilAt] = [Math.min(one, other), Math.max(one, other)]
      const ledger = ledgerSums(fromAt, untilAt, "account glob 'means/*' or account = 'comp'", 1)
      expect(sumOf('payments', 'amount', fromAt, untilAt)).toEqual(ledger)
    }),
    { numRuns: 30 },
  )
})

/** The sum of a column by currency. */
function sumOf(kind: ReportKind, key: string, fromAt: number, untilAt: number) {
  const { columns } = reportRows(reader, summing(kind, 'period', fromAt, untilAt), now)
  const at = columns.findIndex((column) => column.key === key)
  const { totals: sums } = read(kind, 'period', fromAt, untilAt)
  return Object.fromEntries(sums.map(({ currency, values }) => [currency, values[at]]))
}

function ledgerSums(fromAt: number, untilAt: number, accounts: string, sign: 1 | -1) {
  const rows = reader.all(
    `select currency, ${sign} * sum(amountMinor) as minor from ledgerLine join ledgerEntry on id = entryId
      where at >= ? and at < ? and (${accounts}) group by currency`,
    [fromAt, untilAt],
  )
  return Object.fromEntries(rows.map(({ currency, minor }) => [currency, minor]))
}
