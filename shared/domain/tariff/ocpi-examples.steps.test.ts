import { describe, expect, test } from 'vitest'
import { exactOf } from './test-bench/exact-of.ts'
import { element, session, tariff } from './test-bench/session.ts'

const MONDAY = '2026-06-01'
const noon = `${MONDAY}T12:00`

describe('steps where the element changes', () => {
  const stepped = tariff([
    element(
      [
        ['TIME', 1.2, undefined, 1800],
        ['PARKING_TIME', 1, undefined, 900],
      ],
      { start_time: '00:00', end_time: '17:00' },
    ),
    element(
      [
        ['TIME', 2.4, undefined, 900],
        ['PARKING_TIME', 1, undefined, 900],
      ],
      { start_time: '17:00', end_time: '20:00' },
    ),
    element([['TIME', 2.4, undefined, 900]], { start_time: '20:00', end_time: '00:00' }),
  ])

  test('charging isn’t rounded before parking', () => {
    const stay = session(`${MONDAY}T16:55`, ['CHARGING', 10], ['PARKING', 2])
    expect(exactOf(stepped, stay)[0]).toBe(0.55)
  })

  test('the whole charging is rounded to the last step, at the last price', () => {
    const stay = session(`${MONDAY}T16:35`, ['CHARGING', 35])
    expect(exactOf(stepped, stay)[0]).toBe(1.3)
  })

  test('parking without a price lets the charging be rounded', () => {
    const stay = session(`${MONDAY}T19:55`, ['CHARGING', 10], ['PARKING', 2])
    expect(exactOf(stepped, stay)[0]).toBe(0.6)
  })
})

test.each([
  [115.2, 1, 0.029],
  [101, 25, 0.031_25],
  [125, 25, 0.031_25],
  [1, 500, 0.125],
  [500, 500, 0.125],
])('%d Wh in steps of %d', (wh, step, excl) => {
  const one = tariff([element([['ENERGY', 0.25, undefined, step]])])
  expect(exactOf(one, session(noon, ['CHARGING', 60, wh / 1_000]))[0]).toBe(excl)
})

test('8 minutes of parking in steps of 5 are 10', () => {
  const one = tariff([element([['PARKING_TIME', 6, undefined, 300]])])
  expect(exactOf(one, session(noon, ['PARKING', 8]))[0]).toBe(1)
})
