import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { isTooLong, walkUpWindows, type WindowFacts } from './window.ts'
import { firstWalkUpTerms as terms } from './walk-up-terms.ts'
import { NOON } from './walk-up-fixture.ts'

const facts: WindowFacts = { now: NOON, powerW: 11_000, freeUntil: null, deliveredWh: 0, terms }
const ends = (...asked: Parameters<typeof walkUpWindows>) =>
  walkUpWindows(...asked).map(({ departsAt }) => (departsAt - NOON) / MINUTE)

describe('energy', () => {
  test('is tried in the shortest window first, then in longer ones', () => {
    const need = { kind: 'energy', energyWh: 11_000 } as const
    expect(ends(need, facts)).toEqual([60, 75, 90, 120, 180, 300, 540])
  })

  test('that is here already is not asked for again', () => {
    const need = { kind: 'energy', energyWh: 22_000 } as const
    expect(ends(need, { ...facts, deliveredWh: 11_000 })[0]).toBe(60)
  })

  test('is not tried beyond the next booking, save once, so that it is told to be in the way', () => {
    const need = { kind: 'energy', energyWh: 11_000 } as const
    expect(ends(need, { ...facts, freeUntil: NOON + 90 * MINUTE })).toEqual([60, 75, 90])
    expect(ends(need, { ...facts, freeUntil: NOON + 30 * MINUTE })).toEqual([60])
  })

  test('fits into every window that is tried, by the power there is', () => {
    fc.assert(
      fc.property(
        fc.record({
          energyWh: fc.integer({ min: 1, max: 300_000 }),
          deliveredWh: fc.integer({ min: 0, max: 300_000 }),
          powerW: fc.option(fc.integer({ min: 500, max: 350_000 })),
          offMs: fc.integer({ min: 0, max: 15 * MINUTE }),
        }),
        ({ energyWh, deliveredWh, powerW, offMs }) => {
          const now = NOON + offMs
          const windows = walkUpWindows(
            { kind: 'energy', energyWh },
            { ...facts, now, powerW, deliveredWh },
          )
          const departures = windows.map(({ departsAt }) => departsAt)
          expect(departures).toEqual(departures.toSorted((one, other) => one - other))
          const restWh = Math.max(0, energyWh - deliveredWh)
          for (const departsAt of departures) {
            expect(departsAt).toBeGreaterThan(now)
            expect(((departsAt - now) * (powerW ?? 11_000)) / HOUR).toBeGreaterThanOrEqual(restWh)
          }
        },
      ),
    )
  })
})

describe('as much as goes in', () => {
  test('lasts as long as the terms think, and ends before the next booking', () => {
    expect(ends({ kind: 'full' }, facts)).toEqual([terms.fullStayMin])
    expect(ends({ kind: 'full' }, { ...facts, freeUntil: NOON + HOUR })).toEqual([60])
  })

  test('with the next booking at hand it is tried as it is, and refused', () => {
    const freeUntil = NOON + 5 * MINUTE
    expect(ends({ kind: 'full' }, { ...facts, freeUntil })).toEqual([terms.fullStayMin])
  })
})

test('until a time of day it is as it was told, and not for longer than the terms have it', () => {
  const until = (at: number) => ({ kind: 'until', at }) as const
  expect(walkUpWindows(until(NOON + HOUR), facts)).toEqual([{ departsAt: NOON + HOUR, need: null }])
  const most = NOON + terms.mostStayMin * MINUTE
  expect(isTooLong(until(most), NOON, terms)).toBe(false)
  expect(isTooLong(until(most + 1), NOON, terms)).toBe(true)
})
