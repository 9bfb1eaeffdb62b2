import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR } from '../../time/instant.ts'
import { milliWhOf } from './charging-period.ts'
import { priceOf } from './price.ts'
import { expectSums } from './test-bench/expect-sums.ts'
import { at, element, session, STOCKHOLM, tariff, type Written } from './test-bench/session.ts'

const noon = '2026-06-01T12:00'

describe('the clock on the wall', () => {
  /** The hours of charging between two times of the clock that are billed under each of some restrictions. */
  function hoursUnder(only: object[], from: string, until: string): number[] {
    const one = tariff(only.map((restrictions) => element([['TIME', 1]], restrictions)))
    const stay = session(from, ['CHARGING', (at(until) - at(from)) / 60_000])
    const { lines } = priceOf(one, STOCKHOLM, stay)
    return only.map(
      (_, index) => (lines.find((line) => line.elementIndex === index)?.billed ?? 0) / 3_600,
    )
  }

  test('a day has 24 hours, but for the two on which the clocks change', () => {
    expect(hoursUnder([{}], '2026-06-01T00:00', '2026-06-02T00:00')).toEqual([24])
    expect(hoursUnder([{}], '2026-10-25T00:00', '2026-10-26T00:00')).toEqual([25])
    expect(hoursUnder([{}], '2027-03-28T00:00', '2027-03-29T00:00')).toEqual([23])
  })

  test('a price from 2 to 3 holds in both of these hours in autumn, and never in spring', () => {
    const early = [{ start_time: '02:00', end_time: '03:00' }, {}]
    expect(hoursUnder(early, '2026-10-25T00:00', '2026-10-26T00:00')).toEqual([2, 23])
    expect(hoursUnder(early, '2027-03-28T00:00', '2027-03-29T00:00')).toEqual([0, 23])
  })

  test('a price from half past 2 to half past 3 holds whenever the clock shows that', () => {
    const early = [{ start_time: '02:30', end_time: '03:30' }, {}]
    expect(hoursUnder(early, '2026-10-25T00:00', '2026-10-26T00:00')).toEqual([1.5, 23.5])
    expect(hoursUnder(early, '2027-03-28T00:00', '2027-03-29T00:00')).toEqual([0.5, 22.5])
  })

  test('a night goes past midnight', () => {
    const night = [{ start_time: '22:00', end_time: '06:00' }, {}]
    expect(hoursUnder(night, '2026-06-01T20:00', '2026-06-02T08:00')).toEqual([8, 4])
  })

  test('a night of a day is that day’s two ends', () => {
    const friday = [{ start_time: '22:00', end_time: '06:00', day_of_week: ['FRIDAY'] }, {}]
    expect(hoursUnder(friday, '2026-06-05T00:00', '2026-06-07T00:00')).toEqual([8, 40])
  })

  test.each([
    [{ start_time: '18:00' }, [6, 18]],
    [{ end_time: '18:00' }, [18, 6]],
    [{ start_time: '18:00', end_time: '00:00' }, [6, 18]],
    [{ start_time: '18:00', end_time: '18:00' }, [24, 0]],
  ])('%o on a day', (only, hours) => {
    expect(hoursUnder([only, {}], '2026-06-01T00:00', '2026-06-02T00:00')).toEqual(hours)
  })

  test('a first day is in, a last one isn’t', () => {
    const days = [{ start_date: '2026-06-02', end_date: '2026-06-04' }, {}]
    expect(hoursUnder(days, '2026-06-01T12:00', '2026-06-05T12:00')).toEqual([48, 48])
  })
})

describe('a bound inside a period', () => {
  const stay = session(noon, ['CHARGING', 60, 12])

  test('of energy is passed at its share of the time', () => {
    const one = tariff([
      element(
        [
          ['ENERGY', 1],
          ['TIME', 4],
        ],
        { max_kwh: 3 },
      ),
      element([['ENERGY', 2]]),
    ])
    expect(priceOf(one, STOCKHOLM, stay)).toMatchObject({
      exact: { excl: '22' },
      lines: [
        { dimension: 'ENERGY', elementIndex: 0, billed: 3_000, exclMinor: 300 },
        { dimension: 'ENERGY', elementIndex: 1, billed: 9_000, exclMinor: 1_800 },
        { dimension: 'TIME', elementIndex: 0, billed: 900, exclMinor: 100 },
      ],
    })
  })

  test('of time at its share of the energy, exactly', () => {
    const one = tariff([
      element([['ENERGY', 1]], { max_duration: 1_000 }),
      element([['ENERGY', 0]]),
    ])
    expect(priceOf(one, STOCKHOLM, stay).lines[0]?.exact.quantity).toBe('10/3')
  })
})

describe('a fee', () => {
  test('is charged once, as it is when first one holds', () => {
    const one = tariff([
      element([['FLAT', 5]], { start_time: '13:00' }),
      element([['FLAT', 3]]),
      element([['ENERGY', 1]]),
    ])
    expect(priceOf(one, STOCKHOLM, session(noon, ['CHARGING', 120, 1])).exact.excl).toBe('4')
  })

  test('for staying long comes with the moment', () => {
    const one = tariff([element([['FLAT', 5]], { min_duration: 7_200 })])
    const stay = (minutes: number) => session(noon, ['CHARGING', 60], ['PARKING', minutes - 60])
    expect(priceOf(one, STOCKHOLM, stay(120)).lines).toEqual([])
    expect(priceOf(one, STOCKHOLM, stay(121)).lines).toMatchObject([
      { dimension: 'FLAT', from: at(noon) + 2 * HOUR, billed: 1, unit: 'once', exclMinor: 500 },
    ])
  })
})

describe('what is told of a line', () => {
  test('is what was billed, at which price, from when until when', () => {
    const one = tariff([element([['ENERGY', 0.333, 25]])], { tax_included: 'YES' })
    expect(priceOf(one, STOCKHOLM, session(noon, ['CHARGING', 60, 1.2345]))).toEqual({
      currency: 'EUR',
      lines: [
        {
          dimension: 'ENERGY',
          elementIndex: 0,
          from: at(noon),
          until: at(noon) + HOUR,
          billed: 1_235,
          unit: 'Wh',
          unitPrice: '0.333',
          ratePct: 25,
          exclMinor: 33,
          vatMinor: 8,
          inclMinor: 41,
          exact: { quantity: '1.235', excl: '0.329004', vat: '0.082251', incl: '0.411255' },
        },
      ],
      exclMinor: 33,
      inclMinor: 41,
      vat: [{ ratePct: 25, exclMinor: 33, vatMinor: 8 }],
      billed: { energyWh: 1_235, chargingSeconds: 0, parkingSeconds: 0, reservationSeconds: 0 },
      exact: { excl: '0.329004', incl: '0.411255' },
    })
  })

  test('a session that hasn’t begun costs nothing', () => {
    const one = tariff([element([['FLAT', 1]])], { min_price: { before_taxes: 5 } })
    expect(priceOf(one, STOCKHOLM, [])).toMatchObject({ lines: [], inclMinor: 0, vat: [] })
  })

  test('kWh as they are written are exact to a thousandth of a Wh', () => {
    expect(milliWhOf(1.2345)).toBe(1_234_500)
    expect(milliWhOf('1.001')).toBe(1_001_000)
    expect(milliWhOf(0.000_000_1)).toBeNull()
    expect(milliWhOf('much')).toBeNull()
  })
})

describe('the least and the most price', () => {
  const mixed = [
    element([
      ['FLAT', 0.5, 20],
      ['ENERGY', 0.25, 10],
    ]),
  ]
  const stay = (kWh: number) => session(noon, ['CHARGING', 60, kWh])

  test('leave each rate of VAT its own tax where some mixture of them does', () => {
    const one = tariff(mixed, { max_price: { before_taxes: 10, after_taxes: 11.5 } })
    const priced = priceOf(one, STOCKHOLM, stay(50))
    expect(priced.vat).toEqual([
      { ratePct: 10, exclMinor: 500, vatMinor: 50 },
      { ratePct: 20, exclMinor: 500, vatMinor: 100 },
    ])
    const lower = tariff(mixed, { max_price: { before_taxes: 10, after_taxes: 11 } })
    expect(priceOf(lower, STOCKHOLM, stay(50)).vat).toEqual([
      { ratePct: 10, exclMinor: 1_000, vatMinor: 100 },
    ])
    expectSums(priced)
  })

  test('a limit before taxes takes the taxes with it', () => {
    const one = tariff([element([['ENERGY', 1, 25]])], { max_price: { before_taxes: 8 } })
    expect(priceOf(one, STOCKHOLM, stay(10))).toMatchObject({ exclMinor: 800, inclMinor: 1_000 })
  })

  test('what is free costs the least, at the rate that the two limits tell', () => {
    const one = tariff([element([['ENERGY', 1, 25]]), element([['TIME', 1, 10]])], {
      min_price: { excl_vat: 0.5, incl_vat: 0.55 },
    })
    expect(priceOf(one, STOCKHOLM, session(noon, ['CHARGING', 0])).lines).toMatchObject([
      { dimension: 'MIN_PRICE', ratePct: 10, exclMinor: 50, vatMinor: 5, billed: null },
    ])
  })

  test('a reservation that nobody came to has no least price, but a most', () => {
    const one = tariff([element([['TIME', 6, 20]], { reservation: 'RESERVATION' })], {
      min_price: { before_taxes: 20, after_taxes: 24 },
      max_price: { before_taxes: 30, after_taxes: 36 },
    })
    const kept = (hours: number) => session(noon, ['RESERVATION_EXPIRED', hours * 60])
    expect(priceOf(one, STOCKHOLM, kept(1)).inclMinor).toBe(720)
    expect(priceOf(one, STOCKHOLM, kept(10)).inclMinor).toBe(3_600)
  })
})

test('in which order rates of VAT and dimensions are written makes no difference', () => {
  const anyRate = fc.constantFrom(0, 6, 12, 20, 25)
  const written = fc.tuple(anyRate, anyRate, anyRate, anyRate).map(([a, b, c, d]): Written[] => [
    ['ENERGY', 0.333, a, 100],
    ['TIME', 1.27, b, 60],
    ['PARKING_TIME', 4.4, c, 900],
    ['FLAT', 0.77, d],
  ])
  const limits = { max_price: { before_taxes: 9, after_taxes: 10 } }
  const stay = session(noon, ['CHARGING', 47, 22.123], ['PARKING', 13])
  fc.assert(
    fc.property(
      written.chain((one) =>
        fc.tuple(fc.constant(one), fc.shuffledSubarray(one, { minLength: 4 })),
      ),
      fc.boolean(),
      ([one, other], limited) => {
        const of = (components: Written[]) =>
          priceOf(
            tariff(
              components.map((component) => element([component])),
              limited ? limits : {},
            ),
            STOCKHOLM,
            stay,
          )
        const [first, second] = [of(one), of(other)]
        expect(second.exact).toEqual(first.exact)
        expect(second.vat).toEqual(first.vat)
        expectSums(second)
      },
    ),
  )
})

test('more energy never costs less, and no session costs less than the least or more than the most', () => {
  const anyTiers = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 900 })), {
      minLength: 1,
      maxLength: 5,
    })
    .map((tiers) =>
      tiers.map(([kWh, price]) => element([['ENERGY', price / 100, 25]], { max_kwh: kWh })),
    )
  fc.assert(
    fc.property(
      anyTiers,
      fc.nat(60_000),
      fc.nat(60_000),
      fc.boolean(),
      (tiers, wh, more, included) => {
        const one = tariff([...tiers, element([['ENERGY', 3.1, 6]]), element([['FLAT', 1, 12]])], {
          tax_included: included ? 'YES' : 'NO',
          min_price: { before_taxes: 3, after_taxes: 3.3 },
          max_price: { before_taxes: 90, after_taxes: 110 },
        })
        const cost = (energyWh: number) =>
          priceOf(one, STOCKHOLM, session(noon, ['CHARGING', 60, energyWh / 1_000]))
        const [less, most] = [cost(wh), cost(wh + more)]
        expect(most.exclMinor).toBeGreaterThanOrEqual(less.exclMinor)
        expect(most.inclMinor).toBeGreaterThanOrEqual(less.inclMinor)
        for (const { exclMinor, inclMinor } of [less, most]) {
          expect(exclMinor).toBeGreaterThanOrEqual(300)
          expect(inclMinor).toBeGreaterThanOrEqual(330)
          expect(exclMinor).toBeLessThanOrEqual(9_000)
          expect(inclMinor).toBeLessThanOrEqual(11_000)
        }
      },
    ),
    { numRuns: 300 },
  )
})
