import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { durationMs, mergeLive, newestFirst, totals } from './transaction-list.ts'
import { aTransaction } from './transaction-fixture.ts'
import { matchesQuery } from './transaction-query.ts'

const running = (number: number) =>
  aTransaction(number, { state: 'active', stoppedAt: null, powerW: 11_000, energyWh: 500 })
const numbers = (rows: readonly { ocppTransactionId: number }[]) =>
  rows.map((row) => row.ocppTransactionId)

describe('fetched pages under live rows', () => {
  it('shows the live row where a page holds an aged one', () => {
    const stopped = aTransaction(5, { energyWh: 9_999 })
    expect(mergeLive([running(5)], [stopped], true)).toEqual([stopped])
  })

  it('puts what has just begun on top', () => {
    expect(numbers(mergeLive([aTransaction(5), aTransaction(4)], [running(6)], false))).toEqual([
      6, 5, 4,
    ])
  })

  it('leaves what is older than the last page to the page that will bring it', () => {
    expect(numbers(mergeLive([aTransaction(5)], [running(1)], false))).toEqual([5])
    expect(numbers(mergeLive([aTransaction(5)], [running(1)], true))).toEqual([5, 1])
  })

  it('never shows a transaction twice and always newest first', () => {
    const rows = fc.array(fc.integer({ min: 1, max: 50 }).map((number) => aTransaction(number)))
    fc.assert(
      fc.property(rows, rows, fc.boolean(), (fetched, live, complete) => {
        const merged = mergeLive(fetched, live, complete)
        expect(new Set(merged.map((row) => row.id)).size).toBe(merged.length)
        expect(merged).toEqual(merged.toSorted(newestFirst))
        for (const row of fetched) expect(merged.map((found) => found.id)).toContain(row.id)
      }),
    )
  })
})

describe('totals', () => {
  it('add energy over all rows, power over running ones, and time up to now', () => {
    expect(totals([running(0), aTransaction(0, { powerW: 7 })], 60_000)).toEqual({
      count: 2,
      active: 1,
      energyWh: 8_000,
      powerW: 11_000,
      durationMs: 60_000 + 1_800_000,
    })
  })

  it('take no time off for a clock that went backwards', () => {
    expect(durationMs({ startedAt: 10, stoppedAt: 5, state: 'finished' }, 20)).toBe(0)
  })
})

describe('whether a live row belongs in a list', () => {
  const row = aTransaction(42)
  const station = { name: 'Bay 7', chargePointId: 'CP-7' }

  it('is bounded by the period: its start included, its end not', () => {
    expect(matchesQuery(row, { from: 42, until: 43 }, station)).toBe(true)
    expect(matchesQuery(row, { until: 42 }, station)).toBe(false)
    expect(matchesQuery(row, { from: 43 }, station)).toBe(false)
  })

  it('compares id tokens without case', () => {
    expect(matchesQuery(row, { idToken: 'abc123' }, station)).toBe(true)
    expect(matchesQuery(row, { idToken: 'abc' }, station)).toBe(false)
  })

  it('searches station name, charge point id, id token and number', () => {
    for (const search of ['bay 7', 'cp-7', 'abc', '42']) {
      expect(matchesQuery(row, { search }, station)).toBe(true)
    }
    expect(matchesQuery(row, { search: 'bay 8' }, station)).toBe(false)
    expect(matchesQuery(row, { search: '42' }, undefined)).toBe(true)
  })

  it('keeps to the state and the station asked for', () => {
    expect(matchesQuery(row, { state: 'active' }, station)).toBe(false)
    expect(matchesQuery(row, { stationId: aTransaction(1).id }, station)).toBe(false)
  })
})
