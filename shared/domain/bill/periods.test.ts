import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import type { ChargingPeriod } from '../tariff/charging-period.ts'
import { noShowPeriods, reservationPeriods, type Stay, stayPeriods } from './periods.ts'
import type { StayMark } from './stay-mark.ts'
import { aSample, aStay, aTransaction, T0 } from './stay-fixture.ts'

/** Each period as state, first and last minute, and Wh. */
const told = (periods: readonly ChargingPeriod[]) =>
  periods.map(({ state, startsAt, seconds, energyMilliWh }) => [
    state,
    (startsAt - T0) / MINUTE,
    (startsAt - T0) / MINUTE + seconds / 60,
    energyMilliWh / 1_000,
  ])
const periodsOf = (stay: Partial<Stay>, graceMin = 0) => told(stayPeriods(aStay(stay), graceMin))
const mark = (minute: number, word: StayMark['word']): StayMark => ({
  at: T0 + minute * MINUTE,
  word,
})

describe('while it charges', () => {
  test('energy lies between the registers of start, meter values and stop', () => {
    expect(periodsOf({})).toEqual([['CHARGING', 0, 120, 20_000]])
    expect(periodsOf({ samples: [aSample(30, 8_000), aSample(60, 9_000)] })).toEqual([
      ['CHARGING', 0, 30, 8_000],
      ['CHARGING', 30, 60, 1_000],
      ['CHARGING', 60, 120, 11_000],
    ])
  })

  test('a register that falls, lies outside the transaction’s or comes late counts for nothing', () => {
    const samples = [
      aSample(30, 8_000),
      aSample(40, 7_000),
      aSample(50, -900_000),
      aSample(70, 90_000_000),
      aSample(130, 20_500),
    ]
    expect(periodsOf({ samples })).toEqual([
      ['CHARGING', 0, 30, 8_000],
      ['CHARGING', 30, 40, 0],
      ['CHARGING', 40, 120, 12_000],
    ])
  })

  test('time goes on while it runs, and what was last told is all that has flowed', () => {
    const transaction = aTransaction({
      stoppedAt: null,
      energyWh: 5_000,
      sampledAt: T0 + 30 * MINUTE,
    })
    expect(periodsOf({ transaction, goneAt: null, now: T0 + 45 * MINUTE })).toEqual([
      ['CHARGING', 0, 30, 5_000],
      ['CHARGING', 30, 45, 0],
    ])
  })

  test('a clock that can’t be right is not believed', () => {
    const transaction = aTransaction({ startedAt: 0, startReceivedAt: T0 })
    expect(periodsOf({ transaction })).toEqual([['CHARGING', 0, 120, 20_000]])
  })

  test('the current of all phases goes with its period', () => {
    const currents = { currentL1Da: 160, currentL2Da: 150, currentL3Da: null }
    const [first] = stayPeriods(aStay({ samples: [aSample(30, 8_000, currents)] }), 0)
    expect(first?.currentA).toBe(31)
  })
})

describe('a car that takes nothing', () => {
  const samples = [aSample(60, 20_000)]

  test('parks while it could charge, and no energy is put where it parked', () => {
    const marks = [mark(0, 'Charging'), mark(60, 'SuspendedEV')]
    expect(periodsOf({ samples, marks })).toEqual([
      ['CHARGING', 0, 60, 20_000],
      ['PARKING', 60, 120, 0],
    ])
    expect(periodsOf({ marks })).toEqual([
      ['CHARGING', 0, 60, 20_000],
      ['PARKING', 60, 120, 0],
    ])
  })

  test('pays nothing for a pause of the charger or of the site’s own plan', () => {
    const bySite = [mark(0, 'Charging'), mark(60, 'paused'), mark(61, 'SuspendedEV')]
    expect(periodsOf({ samples, marks: [mark(60, 'SuspendedEVSE')] })).toEqual([
      ['CHARGING', 0, 60, 20_000],
    ])
    expect(periodsOf({ samples, marks: bySite })).toEqual([['CHARGING', 0, 60, 20_000]])
    expect(periodsOf({ samples, marks: [...bySite, mark(90, 'resumed')] })).toEqual([
      ['CHARGING', 0, 60, 20_000],
      ['PARKING', 90, 120, 0],
    ])
  })

  test('pays nothing for a fault', () => {
    const marks = [mark(60, 'Faulted'), mark(90, 'Charging')]
    expect(periodsOf({ samples, marks })).toEqual([
      ['CHARGING', 0, 60, 20_000],
      ['CHARGING', 90, 120, 0],
    ])
  })

  test('charges all the same when its meter says so', () => {
    expect(periodsOf({ marks: [mark(0, 'SuspendedEV')] })).toEqual([['CHARGING', 0, 120, 20_000]])
  })

  test('pays for what trickles into it, and its grace isn’t renewed by that', () => {
    const trickle = [60, 70, 80, 90, 100, 110].map((minute) =>
      aSample(minute, 19_900 + (minute - 60) / 2),
    )
    const transaction = aTransaction({ energyWh: 19_930 })
    const stay = { transaction, samples: trickle, marks: [mark(60, 'SuspendedEV')] }
    expect(periodsOf(stay, 15)).toEqual([
      ['CHARGING', 0, 60, 19_900],
      ['CHARGING', 60, 60, 30],
      ['PARKING', 75, 120, 0],
    ])
  })

  test('has the grace after each charge', () => {
    const marks = [mark(30, 'SuspendedEV'), mark(60, 'Charging'), mark(90, 'SuspendedEV')]
    const stay = { samples: [aSample(30, 10_000), aSample(60, 10_000)], marks }
    expect(periodsOf(stay, 20)).toEqual([
      ['CHARGING', 0, 30, 10_000],
      ['PARKING', 50, 60, 0],
      ['CHARGING', 60, 90, 10_000],
      ['PARKING', 110, 120, 0],
    ])
  })
})

describe('after the stop', () => {
  const marks = [mark(0, 'Charging'), mark(120, 'Finishing')]

  test('the car parks until it is gone, or until now', () => {
    expect(periodsOf({ marks, goneAt: T0 + 150 * MINUTE })).toEqual([
      ['CHARGING', 0, 120, 20_000],
      ['PARKING', 120, 150, 0],
    ])
    expect(periodsOf({ marks, goneAt: null, now: T0 + 3 * HOUR }, 15)).toEqual([
      ['CHARGING', 0, 120, 20_000],
      ['PARKING', 135, 180, 0],
    ])
  })

  test('nothing is known to stand there where the charger tells of no plug', () => {
    expect(periodsOf({ goneAt: null })).toEqual([['CHARGING', 0, 120, 20_000]])
  })

  test('a pause that was ordered is over with the charge', () => {
    const paused = [mark(100, 'paused'), ...marks]
    expect(periodsOf({ marks: paused, goneAt: T0 + 130 * MINUTE })).toEqual([
      ['CHARGING', 0, 100, 20_000],
      ['PARKING', 120, 130, 0],
    ])
  })
})

describe('a reservation', () => {
  const booking = {
    arrivesAt: T0,
    departsAt: T0 + 2 * HOUR,
    arrivedAt: T0 + 13 * MINUTE,
    origin: 'desk' as const,
  }

  test('lasts until the car comes, and is a moment where it comes before its time', () => {
    expect(told(reservationPeriods(booking, T0 + 15 * MINUTE))).toEqual([['RESERVATION', 0, 13, 0]])
    const early = { ...booking, arrivedAt: T0 - 5 * MINUTE }
    expect(told(reservationPeriods(early, T0))).toEqual([['RESERVATION', -5, -5, 0]])
    expect(reservationPeriods({ ...booking, origin: 'walkUp' }, T0)).toEqual([])
  })

  test('of one who never came lasts until it was given up', () => {
    expect(told(noShowPeriods(booking, T0 + 30 * MINUTE))).toEqual([
      ['RESERVATION_EXPIRED', 0, 30, 0],
    ])
    expect(told(noShowPeriods(booking, T0 + 9 * HOUR))).toEqual([
      ['RESERVATION_EXPIRED', 0, 120, 0],
    ])
  })
})

const words: StayMark['word'][] = [
  'Available',
  'Charging',
  'SuspendedEV',
  'SuspendedEVSE',
  'Finishing',
  'Faulted',
  'paused',
  'resumed',
]
const anyStay = fc
  .record({
    samples: fc.array(
      fc.tuple(fc.integer({ min: -5, max: 130 }), fc.integer({ min: -100, max: 21_000 })),
      { maxLength: 30 },
    ),
    marks: fc.array(fc.tuple(fc.integer({ min: -10, max: 200 }), fc.constantFrom(...words)), {
      maxLength: 12,
    }),
    energyWh: fc.integer({ min: 0, max: 20_000 }),
  })
  .map(({ samples, marks, energyWh }) =>
    aStay({
      transaction: aTransaction({ energyWh }),
      samples: samples.map(([minute, wh]) => aSample(minute, wh)),
      marks: marks.map(([minute, word]) => mark(minute, word)),
      goneAt: T0 + 3 * HOUR,
    }),
  )
const shuffledAndRepeated = <T>(rows: readonly T[]) =>
  fc
    .tuple(
      fc.shuffledSubarray([...rows], { minLength: rows.length }),
      fc.shuffledSubarray([...rows]),
    )
    .map((parts) => parts.flat())

test('whatever is told again or in another order makes the same periods', () => {
  const property = fc.property(
    anyStay.chain((stay) =>
      fc.record({
        stay: fc.constant(stay),
        samples: shuffledAndRepeated(stay.samples),
        marks: shuffledAndRepeated(stay.marks),
      }),
    ),
    fc.nat(30),
    ({ stay, samples, marks }, graceMin) => {
      const periods = stayPeriods(stay, graceMin)
      expect(stayPeriods({ ...stay, samples, marks }, graceMin)).toEqual(periods)
    },
  )
  fc.assert(property, { numRuns: 300 })
})

test('all energy is in the periods, and no two of them lie over each other', () => {
  const property = fc.property(anyStay, fc.nat(30), (stay, graceMin) => {
    const periods = stayPeriods(stay, graceMin)
    const milliWh = periods.reduce((sum, { energyMilliWh }) => sum + energyMilliWh, 0)
    expect(milliWh).toBe(stay.transaction.energyWh * 1_000)
    for (const [index, { startsAt }] of periods.entries()) {
      const before = periods[index - 1]
      if (before === undefined) continue
      expect(startsAt).toBeGreaterThanOrEqual(before.startsAt + before.seconds * 1_000)
    }
  })
  fc.assert(property, { numRuns: 300 })
})
