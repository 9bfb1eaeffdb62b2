import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readClock, readLastDay, readMoment } from './moment.ts'
import { readNumber, readQuantity } from './number.ts'

const STOCKHOLM = 'Europe/Stockholm'

test('a number has a decimal comma or point, and spaces or the other sign between thousands', () => {
  expect(readNumber('7,4')).toBe(7.4)
  expect(readNumber('7.4')).toBe(7.4)
  expect(readNumber('1 234,5')).toBe(1234.5)
  expect(readNumber('1\u00a0234')).toBe(1234)
  expect(readNumber('1.234,5')).toBe(1234.5)
  expect(readNumber('1,234.5')).toBe(1234.5)
  expect(readNumber('1.234.567')).toBe(1234567)
  expect(readNumber('\u22123')).toBe(-3)
  const none = ['', 'x', '7,4 x', '1,2,3.4.5', '0x10', '1e3', 'NaN', '--1']
  expect(none.filter((text) => readNumber(text) !== undefined)).toEqual([])
})

test('any number written in Swedish or English is read as it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.boolean(), (thousandths, swedish) => {
      const value = thousandths / 1_000
      const text = new Intl.NumberFormat(swedish ? 'sv' : 'en', {
        maximumFractionDigits: 3,
        // A lone `1,234` is a decimal here, so there is no grouping without decimals.
        useGrouping: swedish,
      }).format(value)
      expect(readNumber(text)).toBe(value)
    }),
  )
})

test('power and energy come to whole W and Wh: the cell’s unit, the column’s, or else kW and kWh', () => {
  expect(readQuantity('11', 'W', null)).toBe(11_000)
  expect(readQuantity('11 kW', 'W', 'W')).toBe(11_000)
  expect(readQuantity('11000', 'W', 'W')).toBe(11_000)
  expect(readQuantity('7,4kW', 'W', null)).toBe(7_400)
  expect(readQuantity('40,5', 'Wh', 'kWh')).toBe(40_500)
  expect(readQuantity('77 000 Wh', 'Wh', null)).toBe(77_000)
  expect(readQuantity('1.1', 'W', 'kW')).toBe(1_100)
  expect(readQuantity('77 kWh', 'W', null)).toBeUndefined()
  expect(readQuantity('11 kW', 'Wh', null)).toBeUndefined()
  expect(readQuantity('eleven kW', 'W', null)).toBeUndefined()
})

test('a time is by the site’s clock, or by the offset it comes with', () => {
  const six = { kind: 'at', at: Date.UTC(2026, 10, 26, 17), repeated: false }
  for (const written of [
    '2026-11-26 18:00',
    '2026-11-26 18.00',
    '2026-11-26 kl. 18:00',
    '2026-11-26T18:00:00',
    '2026-11-26 18:00:00.000',
    '2026-11-26T17:00Z',
    '2026-11-26T18:00:00+01:00',
    '2026-11-26 12:00-05:00',
  ])
    expect({ written, ...readMoment(written, STOCKHOLM) }).toEqual({ written, ...six })
  for (const none of ['', '26/11/2026 18:00', '2026-11-26', '2026-02-30 10:00', '2026-11-26 25:00'])
    expect({ none, ...readMoment(none, STOCKHOLM) }).toEqual({ none, kind: 'unreadable' })
})

test('an hour that the clocks skip is none, and of one that comes twice the first is meant', () => {
  expect(readMoment('2026-03-29 02:30', STOCKHOLM)).toEqual({ kind: 'skipped' })
  expect(readMoment('2026-10-25 02:30', STOCKHOLM)).toEqual({
    kind: 'at',
    at: Date.UTC(2026, 9, 25, 0, 30),
    repeated: true,
  })
})

test('any minute of any day, written as the site’s clock shows it, is read as that minute', () => {
  fc.assert(
    fc.property(fc.integer({ min: 27_000_000, max: 32_000_000 }), (minute) => {
      const at = minute * 60_000
      const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(STOCKHOLM)
      const read = readMoment(
        zoned.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' '),
        STOCKHOLM,
      )
      if (read.kind !== 'at') throw new Error(read.kind)
      if (read.repeated) expect([read.at, read.at + 3_600_000]).toContain(at)
      else expect(read.at).toBe(at)
    }),
  )
})

test('a last day lasts to its end, 23 or 25 hours long as it may be', () => {
  expect(readLastDay('2026-10-25', STOCKHOLM)).toMatchObject({ at: Date.UTC(2026, 9, 25, 23) })
  expect(readLastDay('2026-02-30', STOCKHOLM)).toEqual({ kind: 'unreadable' })
})

test('a time of day is written with a colon or a point', () => {
  expect(readClock('5:30')).toBe('05:30')
  expect(readClock('kl. 17.05')).toBe('17:05')
  expect(readClock('05:30:00')).toBe('05:30')
  expect(readClock('24:00')).toBeUndefined()
  expect(readClock('530')).toBeUndefined()
})
