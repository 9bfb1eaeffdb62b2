import { expect, test } from 'vitest'
import type { OcpiTariff } from './ocpi-tariff.ts'
import { simpleTariff } from './tariff-fixture.ts'
import { tariffOfTemplate } from './templates.ts'
import { wordsOf } from './words.ts'

const wordsOfOcpi = (told: Partial<OcpiTariff>, idleGraceMin = 0) =>
  wordsOf({ ocpi: { ...simpleTariff, ...told }, idleGraceMin })

test('prices come by kWh, minute, session and the rest, whatever order the tariff has them in', () => {
  const { phrases } = wordsOfOcpi({
    elements: [
      {
        price_components: [{ type: 'FLAT', price: 2, step_size: 1 }],
        restrictions: { reservation: 'RESERVATION' },
      },
      {
        price_components: [
          { type: 'FLAT', price: 5, step_size: 1 },
          { type: 'PARKING_TIME', price: 30, step_size: 60 },
          { type: 'TIME', price: 5, step_size: 300 },
          { type: 'ENERGY', price: 3.2, step_size: 1 },
        ],
      },
    ],
  })
  expect(phrases.map(({ of, price, per, step }) => [of, price, per, step])).toEqual([
    ['energy', '3.2', 'kWh', 1],
    ['charging', '5', 'hour', 300],
    ['parking', '0.5', 'minute', 60],
    ['session', '5', 'once', 1],
    ['reservation', '2', 'once', 1],
  ])
})

test('minutes that cost the same whether they charge or park are minutes connected', () => {
  const words = wordsOf(
    tariffOfTemplate({
      kind: 'perMinute',
      currency: 'SEK',
      taxIncluded: false,
      vatPct: 25,
      perMinute: 0.35,
    }),
  )
  expect(words).toMatchObject({ tax: 'excluded', ratesPct: [25], free: false })
  expect(words.phrases).toMatchObject([{ of: 'connected', price: '0.35', per: 'minute' }])
})

test('a price says when it counts, and that another counts otherwise', () => {
  const { phrases } = wordsOfOcpi({
    elements: [
      {
        price_components: [{ type: 'ENERGY', price: 4, step_size: 1 }],
        restrictions: {
          start_time: '07:00',
          end_time: '22:00',
          day_of_week: ['FRIDAY', 'MONDAY'],
          min_kwh: 20,
          max_duration: 3_600,
          end_date: '2026-12-31',
          min_power: 0,
        },
      },
      { price_components: [{ type: 'ENERGY', price: 3, step_size: 1 }] },
      { price_components: [{ type: 'ENERGY', price: 1, step_size: 1 }] },
    ],
  })
  expect(phrases).toMatchObject([
    {
      price: '4',
      otherwise: false,
      only: [
        { when: 'days', weekdays: [1, 5] },
        { when: 'times', from: '07:00', until: '22:00' },
        { when: 'dates', from: null, until: '2026-12-31' },
        { when: 'kWh', from: 20, until: null },
        { when: 'seconds', from: null, until: 3_600 },
      ],
    },
    { price: '3', otherwise: true, only: [] },
  ])
  // The third never counts, so nobody is told of it.
  expect(phrases).toHaveLength(2)
})

test('of a reservation that costs nothing nothing is told', () => {
  const { phrases } = wordsOf(
    tariffOfTemplate({
      kind: 'reservation',
      currency: 'SEK',
      taxIncluded: true,
      vatPct: 25,
      perKwh: 3,
      reservationFee: 0,
      reservedPerHour: 0,
      noShowFee: 75,
    }),
  )
  expect(phrases.map(({ of }) => of)).toEqual(['energy', 'noShow'])
})

test('a tariff is free when nothing in it costs anything', () => {
  const free = [{ price_components: [{ type: 'FLAT' as const, price: 0, step_size: 1 }] }]
  expect(wordsOfOcpi({ elements: free })).toMatchObject({
    free: true,
    tax: 'included',
    ratesPct: [0],
  })
  expect(wordsOfOcpi({}).free).toBe(false)
})

test('the least, the most and the grace are told', () => {
  const limit = { before_taxes: 10, after_taxes: 12.5 }
  expect(wordsOfOcpi({ min_price: limit }, 15)).toMatchObject({
    least: limit,
    most: null,
    idleGraceMin: 15,
  })
})
