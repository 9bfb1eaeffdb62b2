import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { needWh } from './need.ts'
import { taperMs } from './taper.ts'

const battery = (arrivalPct: number, departurePct: number, batteryWh = 60_000) =>
  ({ kind: 'soc', batteryWh, arrivalPct, departurePct }) as const

test('the last of a full battery takes three quarters of an hour longer at 11 kW', () => {
  const need = battery(20, 100)
  expect(taperMs(need, needWh(need), 11_000, 'AC_3_PHASE') / MINUTE).toBeCloseTo(45.3, 0)
})

test('a battery that isn’t to be filled so far takes no longer, nor one that nobody knows', () => {
  const need = battery(20, 80)
  expect(taperMs(need, needWh(need), 11_000, 'AC_3_PHASE')).toBe(0)
  expect(taperMs({ kind: 'energy', energyWh: 50_000 }, 50_000, 11_000, null)).toBe(0)
  expect(taperMs(null, 50_000, 11_000, null)).toBe(0)
})

test('on DC it begins earlier', () => {
  const need = battery(20, 80)
  expect(taperMs(need, needWh(need), 50_000, 'DC')).toBeGreaterThan(5 * MINUTE)
})

test('it never is less than none, grows with what it is filled to, and is less the stronger the charger', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 98 }),
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 2_000, max: 150_000 }),
      (arrival, more, maxW) => {
        const to = (departure: number): number => {
          const need = battery(arrival, departure)
          return taperMs(need, needWh(need), maxW, 'DC')
        }
        const departure = Math.min(99, arrival + more)
        if (departure <= arrival) return
        expect(to(departure)).toBeGreaterThanOrEqual(0)
        expect(to(departure + 1)).toBeGreaterThanOrEqual(to(departure))
        const need = battery(arrival, departure)
        expect(taperMs(need, needWh(need), 2 * maxW, 'DC')).toBeLessThanOrEqual(to(departure))
        expect(to(departure)).toBeLessThan(100 * HOUR)
      },
    ),
  )
})
