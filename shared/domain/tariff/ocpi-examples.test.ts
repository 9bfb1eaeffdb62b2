import { describe, expect, test } from 'vitest'
import { exactOf } from './test-bench/exact-of.ts'
import { element, session, tariff } from './test-bench/session.ts'

const noon = '2026-06-01T12:00'

const energy = element([['ENERGY', 0.25, 10]])
const startAndEnergy = element([
  ['FLAT', 0.5, 20],
  ['ENERGY', 0.25, 10],
])

describe('the worked tariffs of OCPI 2.2.1 and 2.3, mod_tariffs', () => {
  test('0.25 a kWh', () => {
    expect(exactOf(tariff([energy]), session(noon, ['CHARGING', 60, 20]))).toEqual([5, 5.5])
  })

  test('0.25 a kWh and a start fee of another rate', () => {
    expect(exactOf(tariff([startAndEnergy]), session(noon, ['CHARGING', 60, 20]))).toEqual([
      5.5, 6.1,
    ])
  })

  test.each([
    [20, 5, 5.5],
    [1.2, 0.5, 0.55],
    [2, 0.5, 0.55],
    [0, 0.5, 0.55],
  ])('0.25 a kWh, at least 0.50: %d kWh', (kWh, excl, incl) => {
    const one = tariff([energy], { min_price: { excl_vat: 0.5, incl_vat: 0.55 } })
    expect(exactOf(one, session(noon, ['CHARGING', 60, kWh]))).toEqual([excl, incl])
  })

  test('0.25 a kWh, a start fee, and parking by the quarter of an hour', () => {
    const one = tariff([
      element([
        ['FLAT', 0.5, 20],
        ['ENERGY', 0.25, 10],
        ['PARKING_TIME', 2, 20, 900],
      ]),
    ])
    const stay = session(noon, ['CHARGING', 60, 20], ['PARKING', 40])
    expect(exactOf(one, stay)).toEqual([7, 7.9])
  })

  test.each([
    [50, 10, 11],
    [30, 8, 8.85],
  ])('0.25 a kWh, a start fee, at most 10: %d kWh', (kWh, excl, incl) => {
    const one = tariff([startAndEnergy], { max_price: { before_taxes: 10, after_taxes: 11 } })
    expect(exactOf(one, session(noon, ['CHARGING', 60, kWh]))).toEqual([excl, incl])
  })

  test('2 an hour, by the minute; parking is free', () => {
    const one = tariff([element([['TIME', 2, 10, 60]])])
    const stay = session(noon, ['CHARGING', 150, 20], ['PARKING', 30])
    expect(exactOf(one, stay)).toEqual([5, 5.5])
  })

  test('3 an hour, 5 for parking', () => {
    const one = tariff([
      element([
        ['TIME', 3, 10, 60],
        ['PARKING_TIME', 5, 20, 300],
      ]),
    ])
    const stay = session(noon, ['CHARGING', 150], ['PARKING', 42])
    expect(exactOf(one, stay)).toEqual([11.25, 12.75])
  })

  test('1.9 an hour and 5.2 % VAT', () => {
    const one = tariff([element([['TIME', 1.9, 5.2, 300]])])
    // The specification rounds it to 5.00.
    expect(exactOf(one, session(noon, ['CHARGING', 150]))).toEqual([4.75, 4.997])
  })

  test('by the tenth of a kWh', () => {
    const one = (price: number) => tariff([element([['ENERGY', price, 10, 100]])])
    const stay = session(noon, ['CHARGING', 60, 20.45])
    // Its text says 5.50 and 6.05, which is 22 kWh; 20.5 kWh at 0.25 are these.
    expect(exactOf(one(0.25), stay)).toEqual([5.125, 5.6375])
    expect(exactOf(one(0.22), stay)).toEqual([4.51, 4.961])
  })

  test('nothing', () => {
    const one = tariff([element([['FLAT', 0, undefined, 0]])])
    expect(exactOf(one, session(noon, ['CHARGING', 60, 20], ['PARKING', 600]))).toEqual([0, 0])
  })
})

test('taxes that the prices include, and taxes that nobody knows', () => {
  const hour = (told: object) => tariff([element([['TIME', 2.1]])], { currency: 'CAD', ...told })
  const stay = session(noon, ['CHARGING', 60, 5])
  expect(exactOf(hour({ tax_included: 'YES' }), stay)).toEqual([2.1, 2.1])
  expect(exactOf(hour({ tax_included: 'NO' }), stay)).toEqual([2.1, 2.1])
  expect(exactOf(hour({ tax_included: 'N/A' }), stay)).toEqual([2.1, 2.1])
  const taxed = tariff([element([['ENERGY', 2.5, 25]])], { tax_included: 'YES' })
  expect(exactOf(taxed, session(noon, ['CHARGING', 60, 10]))).toEqual([20, 25])
})
