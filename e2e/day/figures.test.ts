import { expect, it } from 'vitest'
import { MINUTE } from '../../shared/time/instant.ts'
import { keptOf, loadedOf } from './figures.ts'
import { ledgerOf, STEP_MS } from './ledger.ts'
import { dayOf } from './scenario.ts'
import type { Day, DayCar } from './scenario.ts'

const from = Date.UTC(2026, 5, 3, 13)
const whole = dayOf({ seed: 'test', from, hours: 1, stations: 4, cars: 4 })
const [first] = whole.stations
if (first === undefined) throw new Error('no station')
const day: Day = {
  ...whole,
  baseW: 690,
  gridLimitW: 10_690,
  stations: [{ ...first, feeder: 0, rotation: 'STR' }, ...whole.stations.slice(1)],
}

it('a load is told with the longest stretch over its limit, and where its phases lie', () => {
  const ledger = ledgerOf(day)
  for (const step of [3, 4, 5, 9]) ledger.add(step, 0, 11_500, 1)
  const [site, ...others] = loadedOf(day, ledger, false)
  expect(site).toMatchObject({ most: 12_190, limit: 10_690, minutesOver: 0.7, longestOverS: 30 })
  expect(site?.worstShare).toBeCloseTo(12_190 / 10_690, 3)
  // The first phase of a charger turned that way is the grid's second; the building lies on all three.
  expect(others.slice(0, 3).map(({ most }) => most)).toEqual([1, 51, 1])
  expect(others[3]?.most).toBe(11_500)
  expect(others[4]?.most).toBe(0)
})

it('a limit that was told for a while holds for that while', () => {
  const ledger = ledgerOf(day)
  const step = Math.round((day.temporary.from - day.from) / STEP_MS)
  for (const at of [step - 1, step]) ledger.add(at, 0, day.temporary.limitW, 3)
  expect(loadedOf(day, ledger, true)[0]?.longestOverS).toBe(10)
  expect(loadedOf(day, ledger, false)[0]?.longestOverS).toBe(0)
})

it('a promise is kept, broken, or was beyond what anybody could have kept', () => {
  const [car] = day.cars
  if (car === undefined) throw new Error('no car')
  const comes: DayCar = { ...car, comesAt: car.arrivesAt, conduct: 'asBooked' }
  const judged = (changes: Partial<DayCar>, gotWh: number, namedAt: number | null = null) => {
    const one = { ...comes, ...changes }
    const named = new Map(namedAt === null ? [] : [[one, namedAt]])
    const outcome = {
      deliveredWh: new Map([[one, gotWh]]),
      accepted: new Set([one]),
      namedAt: named,
    }
    const { kept, couldNot, noShows, broken, named: told } = keptOf(day, outcome)
    return { kept, couldNot, noShows, broken: broken.length, told }
  }
  const nothing = { kept: 0, couldNot: 0, noShows: 0, broken: 0, told: 0 }
  const { bookedWh, departsAt } = comes
  expect(judged({}, bookedWh)).toEqual({ ...nothing, kept: 1 })
  expect(judged({}, bookedWh / 2)).toEqual({ ...nothing, broken: 1 })
  expect(judged({}, bookedWh / 2, departsAt - MINUTE)).toEqual({ ...nothing, broken: 1, told: 1 })
  expect(judged({ comesAt: departsAt - STEP_MS }, 0)).toEqual({ ...nothing, couldNot: 1 })
  expect(judged({ comesAt: null }, 0)).toEqual({ ...nothing, noShows: 1 })
})
