import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellWriter, decimalOf } from './cell.ts'
import type { Column } from './column.ts'
import { localClock } from './local-clock.ts'
import { totals } from './totals.ts'

const columns = (
  [
    'instant at',
    'text name',
    'money amount',
    'energy energy',
    'percent rate',
    'currency currency',
  ] as const
).map((told) => {
  const [kind, key = ''] = told.split(' ')
  // The words above.
  return {
    kind: kind as Column['kind'],
    key,
    name: key,
    isSummed: kind === 'money' || kind === 'energy',
  }
})
const at = Date.UTC(2026, 2, 29, 1, 0, 0, 999)
const row = (currency: string, minor: number) => ({
  currency,
  values: [at, 'ABC 123', minor, 12_345, 12.5, currency],
})

describe('a row', () => {
  test('for a Swedish spreadsheet has decimal commas, and the clock’s time beside its offset', () => {
    const writer = cellWriter(columns, 'excel-sv', 'Europe/Stockholm')
    expect(writer.header).toEqual([
      ...['at', 'at_offset', 'name', 'amount', 'energy', 'rate', 'currency'],
    ])
    expect(writer.textsOf(row('SEK', -1_234_567))).toEqual([
      ...['2026-03-29 03:00:00', 'UTC+02:00', 'ABC 123', '-12345,67', '12,345', '12,5', 'SEK'],
    ])
  })

  test('for programs has decimal points, and instants with their offset', () => {
    const writer = cellWriter(columns, 'rfc4180', 'Europe/Stockholm')
    expect(writer.textsOf(row('SEK', 5))).toEqual([
      ...['2026-03-29T03:00:00+02:00', 'ABC 123', '0.05', '12.345', '12.5', 'SEK'],
    ])
  })

  test('has as many decimals as its currency, of which yen have none', () => {
    const writer = cellWriter(columns, 'rfc4180', 'UTC')
    const amountOf = (currency: string) => writer.textsOf(row(currency, 1_234))[2]
    expect(['JPY', 'EUR', 'KWD'].map(amountOf)).toEqual(['1234', '12.34', '1.234'])
  })

  test('has nothing where there is no value', () => {
    const writer = cellWriter(columns, 'excel-sv', 'UTC')
    const empty = writer.textsOf({ currency: null, values: columns.map(() => null) })
    expect(empty).toEqual(['', '', '', '', '', '', ''])
  })
})

test('totals are the sums of what stands in the rows, a row for each currency', () => {
  const sums = totals(columns)
  for (const minor of [100, -30, 5]) sums.add(row('SEK', minor))
  sums.add(row('EUR', 1))
  const writer = cellWriter(columns, 'excel-sv', 'UTC')
  expect(sums.rows().map((sum) => writer.totalTexts(sum))).toEqual([
    ['Summa', '', '', '0,01', '12,345', '', 'EUR'],
    ['Summa', '', '', '0,75', '37,035', '', 'SEK'],
  ])
})

test('an amount as a decimal is the same number, never grouped', () => {
  fc.assert(
    fc.property(
      fc.maxSafeInteger(),
      fc.constantFrom(0 as const, 2 as const, 3 as const),
      (value, digits) => {
        const text = decimalOf(value, digits, '.')
        expect(text).toMatch(/^-?\d+(\.\d+)?$/)
        expect(BigInt(text.replace('.', ''))).toBe(BigInt(value))
      },
    ),
  )
})

test('the site’s clock shows what Temporal says, also when it is put forward and back', () => {
  const near = (centre: number) =>
    fc.integer({ min: centre - 3 * 3_600_000, max: centre + 3 * 3_600_000 })
  const moment = fc.oneof(
    near(Date.UTC(2026, 2, 29, 1)),
    near(Date.UTC(2026, 9, 25, 1)),
    fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2050, 0, 1) }),
  )
  const zones = ['Europe/Stockholm', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns']
  const clocks = new Map(zones.map((zone) => [zone, localClock(zone)]))
  fc.assert(
    fc.property(moment, fc.constantFrom(...zones), (instant, zone) => {
      const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
      const told = zoned.toString({ timeZoneName: 'never', fractionalSecondDigits: 0 })
      const clock = clocks.get(zone)
      expect(`${clock?.wallTime(instant).replace(' ', 'T')}${clock?.offset(instant)}`).toBe(told)
    }),
    { numRuns: 500 },
  )
})
