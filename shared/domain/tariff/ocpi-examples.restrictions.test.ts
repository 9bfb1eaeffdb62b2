import { describe, expect, test } from 'vitest'
import { exactOf } from './test-bench/exact-of.ts'
import { element, session, tariff } from './test-bench/session.ts'

const MONDAY = '2026-06-01'
const SATURDAY = '2026-06-06'
const noon = `${MONDAY}T12:00`

describe('the complex tariff', () => {
  const workdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY']
  const complex = tariff([
    element([['FLAT', 2.5, 15]]),
    element([['TIME', 1, 20, 900]], { max_current: 32 }),
    element([['TIME', 2, 20, 600]], { min_current: 32, day_of_week: workdays }),
    element([['TIME', 1.25, 20, 600]], { min_current: 32, day_of_week: ['SATURDAY', 'SUNDAY'] }),
    element([['PARKING_TIME', 5, 10, 300]], {
      start_time: '09:00',
      end_time: '18:00',
      day_of_week: workdays,
    }),
    element([['PARKING_TIME', 6, 10, 300]], {
      start_time: '10:00',
      end_time: '17:00',
      day_of_week: ['SATURDAY'],
    }),
  ])

  test('on a Monday with 16 A', () => {
    const stay = session(
      `${MONDAY}T09:30`,
      ['CHARGING', 147, 10, { currentA: 16 }],
      ['PARKING', 42],
    )
    expect(exactOf(complex, stay)).toEqual([8.7, 9.94])
  })

  test('on a Saturday with 43 A, where the specification prints 12.28 and 13.861', () => {
    const stay = session(
      `${SATURDAY}T13:30`,
      ['CHARGING', 114, 40, { currentA: 43 }],
      ['PARKING', 71],
    )
    expect(exactOf(complex, stay)).toEqual([12.375, 13.975])
  })

  test('32 A are no longer less than 32', () => {
    const stay = (currentA: number) =>
      session(`${MONDAY}T09:30`, ['CHARGING', 60, 10, { currentA }])
    expect(exactOf(complex, stay(31.9))[0]).toBe(3.5)
    expect(exactOf(complex, stay(32))[0]).toBe(4.5)
  })
})

test('the first kWh and the first hour of parking free', () => {
  const one = tariff([
    element([['PARKING_TIME', 0, undefined, 60]], { max_duration: 3600 }),
    element([['PARKING_TIME', 2, undefined, 60]], { min_duration: 3600, max_duration: 14_400 }),
    element([['PARKING_TIME', 3, undefined, 60]], { min_duration: 14_400 }),
    element([['ENERGY', 0]], { max_kwh: 1 }),
    element([['ENERGY', 0.2]], { min_kwh: 1 }),
  ])
  // The example counts the parking alone: as if the car had charged in no time.
  const stay = session(noon, ['CHARGING', 0, 20], ['PARKING', 165])
  expect(exactOf(one, stay)).toEqual([7.3, 7.3])
})

test('a price by the power', () => {
  const one = tariff([
    element([['ENERGY', 0.2, 20]], { max_power: 16 }),
    element([['ENERGY', 0.35, 20]], { max_power: 32 }),
    element([['ENERGY', 0.5, 20]]),
  ])
  const stay = session(
    noon,
    ['CHARGING', 10, 1, { powerW: 6_000 }],
    ['CHARGING', 50, 40, { powerW: 48_000 }],
    ['CHARGING', 7.5, 0.5, { powerW: 4_000 }],
  )
  expect(exactOf(one, stay)).toEqual([20.3, 24.36])
  // The same where only the energy was told: 1 kWh in 10 minutes are 6 kW.
  expect(
    exactOf(
      one,
      stay.map((period) => ({ ...period, powerW: null })),
    ),
  ).toEqual([20.3, 24.36])
})

test('a price by the time that has passed', () => {
  const one = tariff([
    element([['ENERGY', 0, 20]], { max_duration: 1_800 }),
    element([['ENERGY', 0.25, 20]], { min_duration: 1_800, max_duration: 3_600 }),
    element([['ENERGY', 0.4, 20]], { min_duration: 3_600 }),
  ])
  const stay = session(noon, ['CHARGING', 30, 5], ['CHARGING', 10, 1.2])
  expect(exactOf(one, stay)).toEqual([0.3, 0.36])
})
