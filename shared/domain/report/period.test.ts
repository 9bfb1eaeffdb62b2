import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '../../time/instant.ts'
import { localDayOf, type PeriodUnit, periodUnit, stretchOf, unitAt, unitsOf } from './period.ts'

const site = { timeZone: 'Europe/Stockholm', now: Date.UTC(2026, 10, 27, 12) }
const calendar = (unit: PeriodUnit, day: string) => stretchOf({ is: 'calendar', unit, day }, site)
const days = (firstDay: string, lastDay: string) =>
  stretchOf({ is: 'days', firstDay, lastDay }, site)
const lengthOf = ({ fromAt, untilAt }: { fromAt: number; untilAt: number }) => untilAt - fromAt

describe('a period by the clock on the wall', () => {
  test('has 23 hours on the day when summer time begins, and 25 when it ends', () => {
    expect(lengthOf(calendar('day', '2026-03-29'))).toBe(23 * HOUR)
    expect(lengthOf(calendar('day', '2026-10-25'))).toBe(25 * HOUR)
    expect(lengthOf(calendar('month', '2026-03-11'))).toBe(31 * DAY - HOUR)
  })

  test('begins with the first millisecond of its first day and ends before the first of the next', () => {
    const { fromAt, untilAt } = calendar('month', '2026-11-27')
    expect([fromAt, untilAt]).toEqual([Date.UTC(2026, 9, 31, 23), Date.UTC(2026, 10, 30, 23)])
    expect(localDayOf(fromAt, site.timeZone)).toBe('2026-11-01')
    expect(localDayOf(fromAt - 1, site.timeZone)).toBe('2026-10-31')
    expect(localDayOf(untilAt - 1, site.timeZone)).toBe('2026-11-30')
  })

  test('is the week from Monday, the quarter and the year that a day lies in', () => {
    expect(calendar('week', '2026-11-29')).toEqual(days('2026-11-23', '2026-11-29'))
    expect(calendar('quarter', '2026-05-31')).toEqual(days('2026-04-01', '2026-06-30'))
    expect(calendar('year', '2028-02-29')).toEqual(days('2028-01-01', '2028-12-31'))
  })

  test('is counted back from now, across the end of a month that is longer', () => {
    const ago = (unit: PeriodUnit, count: number) =>
      stretchOf({ is: 'ago', unit, ago: count }, site)
    expect(ago('day', 0)).toEqual(days('2026-11-27', '2026-11-27'))
    expect(ago('week', 1)).toEqual(days('2026-11-16', '2026-11-22'))
    expect(ago('month', 9)).toEqual(days('2026-02-01', '2026-02-28'))
    expect(ago('quarter', 4)).toEqual(days('2025-10-01', '2025-12-31'))
  })

  test('is empty where it ends before it begins', () => {
    expect(lengthOf(days('2026-03-02', '2026-03-01'))).toBe(0)
    expect(lengthOf(stretchOf({ is: 'instants', fromAt: 2, untilAt: 1 }, site))).toBe(0)
  })
})

const zones = [
  'Europe/Stockholm',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Pacific/Apia',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Santiago',
  'UTC',
]
const instant = fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2035, 0, 1) })

describe('periods that follow each other', () => {
  test('leave nothing between them and have nothing twice, in every zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...periodUnit.options),
        instant,
        (timeZone, unit, at) => {
          const { fromAt, untilAt } = unitAt(at, unit, timeZone)
          expect(fromAt <= at && at < untilAt).toBe(true)
          expect(unitAt(fromAt, unit, timeZone)).toEqual({ fromAt, untilAt })
          expect(unitAt(untilAt - 1, unit, timeZone)).toEqual({ fromAt, untilAt })
          expect(unitAt(untilAt, unit, timeZone).fromAt).toBe(untilAt)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('make up the longer one that they are cut from, whatever its ends', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...periodUnit.options),
        instant,
        fc.integer({ min: 1, max: 60 * DAY }),
        (timeZone, unit, fromAt, length) => {
          const whole = { fromAt, untilAt: fromAt + length }
          const parts = unitsOf(whole, unit, timeZone)
          expect(parts[0]?.fromAt).toBe(whole.fromAt)
          expect(parts.at(-1)?.untilAt).toBe(whole.untilAt)
          for (const [index, part] of parts.entries()) {
            expect(part.untilAt).toBeGreaterThan(part.fromAt)
            if (index > 0) expect(part.fromAt).toBe(parts[index - 1]?.untilAt)
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})
