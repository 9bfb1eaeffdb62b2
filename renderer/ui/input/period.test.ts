import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOUR } from '../../../shared/time/instant.ts'
import { periods, stretchOf } from './period.ts'

const zone = 'Europe/Stockholm'
const iso = (at: number | undefined): string => new Date(at ?? NaN).toISOString()

describe('a period at a site', () => {
  it('counts days from the site’s midnight, not from UTC’s', () => {
    const { from, until } = stretchOf('today', Date.UTC(2026, 6, 1, 23, 30), zone)
    expect([iso(from), iso(until)]).toEqual([
      '2026-07-01T22:00:00.000Z',
      '2026-07-02T22:00:00.000Z',
    ])
  })

  it('knows days of 25 and 23 hours', () => {
    const autumn = stretchOf({ first: '2026-10-25', last: '2026-10-25' }, 0, zone)
    const spring = stretchOf({ first: '2027-03-28', last: '2027-03-28' }, 0, zone)
    expect((autumn.until ?? 0) - (autumn.from ?? 0)).toBe(25 * HOUR)
    expect((spring.until ?? 0) - (spring.from ?? 0)).toBe(23 * HOUR)
  })

  it('takes two days in either order', () => {
    expect(stretchOf({ first: '2026-02-03', last: '2026-02-01' }, 0, zone)).toEqual(
      stretchOf({ first: '2026-02-01', last: '2026-02-03' }, 0, zone),
    )
  })

  it('ends last month where this month begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (now) => {
        expect(stretchOf('lastMonth', now, zone).until).toBe(stretchOf('thisMonth', now, zone).from)
      }),
    )
  })

  it('holds now in every period that reaches today', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (now) => {
        for (const period of periods) {
          if (period === 'yesterday' || period === 'lastMonth') continue
          const { from = -Infinity, until = Infinity } = stretchOf(period, now, zone)
          expect(from <= now && now < until).toBe(true)
        }
      }),
    )
  })
})
