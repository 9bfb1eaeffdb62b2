import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { expectedPeriods } from './estimate.ts'
import { withoutGrace } from './idle-grace.ts'

const brief = (periods: ReturnType<typeof expectedPeriods>) =>
  periods.map(({ startsAt, seconds, state, energyMilliWh }) => [
    state,
    startsAt / MINUTE,
    seconds / 60,
    energyMilliWh / 1_000_000,
  ])

test('a car charges until it has what it needs, then it parks', () => {
  expect(
    brief(expectedPeriods({ arrivesAt: 0, departsAt: 4 * HOUR, needWh: 22_000, powerW: 11_000 })),
  ).toEqual([
    ['CHARGING', 0, 120, 22],
    ['PARKING', 120, 120, 0],
  ])
})

test('what it can’t have until it leaves is not counted; nothing told is as much as there is time for', () => {
  const stay = { arrivesAt: 0, departsAt: HOUR, powerW: 11_000 }
  for (const needWh of [60_000, null])
    expect(brief(expectedPeriods({ ...stay, needWh }))).toEqual([['CHARGING', 0, 60, 11]])
  expect(brief(expectedPeriods({ ...stay, needWh: 1, powerW: 0 }))).toEqual([['PARKING', 0, 60, 0]])
  expect(expectedPeriods({ ...stay, needWh: 1, departsAt: 0 })).toEqual([])
})

test('by a plan it charges when the plan lets it, and waiting counts as nothing', () => {
  const planned = [
    { startsAt: 0, endsAt: HOUR, powerW: 11_000 },
    { startsAt: 3 * HOUR, endsAt: 5 * HOUR, powerW: 5_500 },
  ]
  expect(
    brief(
      expectedPeriods({
        arrivesAt: 30 * MINUTE,
        departsAt: 6 * HOUR,
        needWh: 11_000,
        powerW: 11_000,
        planned,
      }),
    ),
  ).toEqual([
    ['CHARGING', 30, 30, 5.5],
    ['CHARGING', 180, 60, 5.5],
    ['PARKING', 240, 120, 0],
  ])
})

const stays = fc.record({
  arrivesAt: fc.integer({ min: 0, max: 10 * HOUR }),
  lastsMs: fc.integer({ min: 1, max: 30 * HOUR }),
  needWh: fc.integer({ min: 0, max: 200_000 }),
  powerW: fc.integer({ min: 1, max: 350_000 }),
})

test('it never gets more than it needs nor than the power gives, and its time is that of the stay', () => {
  fc.assert(
    fc.property(stays, ({ arrivesAt, lastsMs, needWh, powerW }) => {
      const departsAt = arrivesAt + lastsMs
      const periods = expectedPeriods({ arrivesAt, departsAt, needWh, powerW })
      const energyMilliWh = periods.reduce((sum, period) => sum + period.energyMilliWh, 0)
      const possible = Math.floor((powerW * lastsMs) / 3_600)
      expect(energyMilliWh).toBe(Math.min(needWh * 1_000, possible))
      let at = arrivesAt
      for (const { startsAt, seconds } of periods) {
        expect(startsAt).toBe(at)
        at += Math.round(seconds * 1_000)
      }
      expect(at).toBe(departsAt)
    }),
    { numRuns: 200 },
  )
})

test('the grace takes the first minutes off parking after charging, once for each charging', () => {
  const [charging, parking] = expectedPeriods({
    arrivesAt: 0,
    departsAt: 2 * HOUR,
    needWh: 11_000,
    powerW: 11_000,
  })
  if (!charging || !parking) throw new Error('The stay has two periods.')
  const again = { ...charging, startsAt: 2 * HOUR }
  const parkedTwice = { ...parking, startsAt: 3 * HOUR, seconds: 600 }
  const more = { ...parkedTwice, startsAt: 3 * HOUR + 10 * MINUTE }
  expect(brief(withoutGrace([charging, parking, again, parkedTwice, more], 15))).toEqual([
    ['CHARGING', 0, 60, 11],
    ['PARKING', 75, 45, 0],
    ['CHARGING', 120, 60, 11],
    ['PARKING', 195, 5, 0],
  ])
  expect(withoutGrace([charging, parking], 0)).toEqual([charging, parking])
  expect(withoutGrace([parking], 15)).toEqual([parking])
})

test('the grace takes no energy away', () => {
  const moment = {
    startsAt: 0,
    seconds: 60,
    state: 'PARKING',
    powerW: null,
    currentA: null,
  } as const
  const periods = [
    { ...moment, state: 'CHARGING', energyMilliWh: 5 },
    { ...moment, startsAt: MINUTE, energyMilliWh: 7 },
  ] as const
  expect(withoutGrace(periods, 10).map(({ energyMilliWh }) => energyMilliWh)).toEqual([5, 7])
})
