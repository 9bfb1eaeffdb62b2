import { describe, expect, it } from 'vitest'
import { needWh } from '../../shared/domain/booking/need.ts'
import { HOUR } from '../../shared/time/instant.ts'
import { dealtOf, problemOfDay } from './compare.ts'
import { couldWh } from './figures.ts'
import { dayOf } from './scenario.ts'
import { isFilled, needOf } from './told.ts'

const from = Date.UTC(2026, 5, 3, 13)
const size = { seed: 'test', from, hours: 8, stations: 100, cars: 200 }
const day = dayOf(size)
const count = (conduct: string) => day.cars.filter((car) => car.conduct === conduct).length

describe('a simulated day', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(dayOf(size)).toEqual(day)
    expect(dayOf({ ...size, seed: 'another' }).cars).not.toEqual(day.cars)
  })

  it('brings people as they are: some late, some not at all, some with less hunger', () => {
    expect(count('late')).toBeGreaterThan(15)
    expect(count('noShow')).toBeGreaterThan(3)
    expect(count('takesLess')).toBeGreaterThan(8)
    expect(count('asBooked')).toBeGreaterThan(120)
    for (const { arrivesAt, comesAt, departsAt } of day.cars) {
      if (comesAt === null) continue
      expect(comesAt).toBeGreaterThanOrEqual(arrivesAt)
      expect(comesAt - arrivesAt).toBeLessThanOrEqual(HOUR)
      expect(comesAt).toBeLessThan(departsAt)
    }
  })

  it('never books a connector twice at once, nor much more than a car can take in its time', () => {
    for (const [place] of day.stations.entries()) {
      const own = day.cars.filter(({ station }) => station === place)
      const ordered = own.toSorted((a, b) => a.arrivesAt - b.arrivesAt)
      for (const [index, car] of ordered.entries()) {
        expect(car.arrivesAt).toBeGreaterThanOrEqual(ordered[index - 1]?.departsAt ?? from)
        expect(car.departsAt).toBeLessThanOrEqual(day.until)
        expect(car.car.storedWh).toBeGreaterThanOrEqual(0)
        if (car.conduct === 'asBooked')
          expect(couldWh(day, car)).toBeGreaterThan(car.bookedWh * 0.8)
      }
    }
  })

  it('books a full battery where one is wanted, and as much energy as that takes', () => {
    const full = day.cars.filter((car) => isFilled(car) && car.conduct !== 'takesLess')
    expect(full.length).toBeGreaterThan(20)
    for (const car of day.cars) {
      expect(needOf(car).kind).toBe(full.includes(car) ? 'soc' : 'energy')
      expect(Math.abs(needWh(needOf(car)) - car.bookedWh)).toBeLessThan(car.car.capacityWh / 1_000)
    }
  })

  it('can be asked of a planner, the temporary limit where it is told', () => {
    const problem = problemOfDay(day, 15, true)
    expect(problem.slots).toBe(32)
    expect(problem.limitW?.slice(7, 13)).toEqual([
      day.gridLimitW,
      ...Array.from({ length: 4 }, () => day.temporary.limitW),
      day.gridLimitW,
    ])
    expect(problem.sessions).toHaveLength(200 - count('noShow'))
    for (const session of problem.sessions) {
      expect(session.arrive).toBeLessThan(session.depart)
      expect(session.minW).toBeLessThanOrEqual(session.maxW)
      expect([1, 3]).toContain(session.phases.length)
    }
    expect(new Set(problemOfDay(day, 15, false).limitW)).toEqual(new Set([day.gridLimitW]))
  })

  it('is dealt with by rules and by a plan, and who knew it all serves no fewer', () => {
    const dealt = dealtOf(day, true)
    const plan = dealt.at(-1)
    expect(dealt.map(({ by }) => by)).toEqual([
      'firstCome',
      'earliestDeadline',
      'leastLaxity',
      'equalShare',
      'plan',
    ])
    for (const { by, met, deliveredShare } of dealt) {
      expect(deliveredShare).toBeGreaterThan(0.8)
      expect(deliveredShare).toBeLessThanOrEqual(1)
      if (by !== 'plan') expect(met).toBeLessThanOrEqual(plan?.met ?? 0)
    }
  })
})
