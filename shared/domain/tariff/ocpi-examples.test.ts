import { describe, expect, test } from 'vitest'
import type { ChargingPeriod } from './charging-period.ts'
import type { OcpiTariff } from './ocpi-tariff.ts'
import { priceOf } from './price.ts'
import { element, session, STOCKHOLM, tariff } from './test-bench/session.ts'

/** Before and after taxes, major units, before rounding. */
function exactOf(one: OcpiTariff, periods: ChargingPeriod[]): [excl: number, incl: number] {
  const { exact, exclMinor, inclMinor } = priceOf(one, STOCKHOLM, periods)
  // Rounded once, from there.
  expect(Math.abs(exclMinor - 100 * Number(exact.excl))).toBeLessThanOrEqual(0.5)
  expect(Math.abs(inclMinor - 100 * Number(exact.incl))).toBeLessThanOrEqual(0.5)
  return [Number(exact.excl), Number(exact.incl)]
}

const MONDAY = '2026-06-01'
const SATURDAY = '2026-06-06'
const noon = `${MONDAY}T12:00`

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

describe('reservations', () => {
  const reserved = (components: Parameters<typeof element>[0]) =>
    element(components, { reservation: 'RESERVATION' })
  const expires = (components: Parameters<typeof element>[0]) =>
    element(components, { reservation: 'RESERVATION_EXPIRES' })
  const came = (minutes: number) =>
    session(noon, ['RESERVATION', minutes], ['CHARGING', 60, 20, {}])
  const neverCame = (minutes: number) => session(noon, ['RESERVATION_EXPIRED', minutes])

  test('5 an hour, by the minute', () => {
    const one = tariff([reserved([['TIME', 5, 20, 60]]), startAndEnergy])
    expect(exactOf(one, came(15))).toEqual([6.75, 7.6])
  })

  test('a fee and 5 an hour, by five minutes', () => {
    const one = tariff([
      reserved([
        ['FLAT', 2, 20],
        ['TIME', 5, 20, 300],
      ]),
      startAndEnergy,
    ])
    expect(exactOf(one, came(13))).toEqual([8.75, 10])
  })

  test('a fee for letting it expire, with the time of any reservation', () => {
    const one = tariff([
      expires([['FLAT', 4, 20]]),
      reserved([['TIME', 2, 20, 600]]),
      startAndEnergy,
    ])
    expect(exactOf(one, came(22))).toEqual([6.5, 7.3])
    expect(exactOf(one, neverCame(60))).toEqual([6, 7.2])
  })

  test('another price of the time where it expires, wherever it stands', () => {
    const elements = [
      reserved([['TIME', 3, 20, 600]]),
      expires([['TIME', 6, 20, 600]]),
      startAndEnergy,
    ]
    for (const one of [tariff(elements), tariff(elements.toReversed())]) {
      expect(exactOf(one, came(22))).toEqual([7, 7.9])
      expect(exactOf(one, neverCame(90))).toEqual([9, 10.8])
    }
  })
})

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

test('taxes that the prices include, and taxes that nobody knows', () => {
  const hour = (told: object) => tariff([element([['TIME', 2.1]])], { currency: 'CAD', ...told })
  const stay = session(noon, ['CHARGING', 60, 5])
  expect(exactOf(hour({ tax_included: 'YES' }), stay)).toEqual([2.1, 2.1])
  expect(exactOf(hour({ tax_included: 'NO' }), stay)).toEqual([2.1, 2.1])
  expect(exactOf(hour({ tax_included: 'N/A' }), stay)).toEqual([2.1, 2.1])
  const taxed = tariff([element([['ENERGY', 2.5, 25]])], { tax_included: 'YES' })
  expect(exactOf(taxed, session(noon, ['CHARGING', 60, 10]))).toEqual([20, 25])
})
