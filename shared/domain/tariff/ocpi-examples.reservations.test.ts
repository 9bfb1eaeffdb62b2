import { describe, expect, test } from 'vitest'
import { exactOf } from './test-bench/exact-of.ts'
import { element, session, tariff } from './test-bench/session.ts'

const noon = '2026-06-01T12:00'

const startAndEnergy = element([
  ['FLAT', 0.5, 20],
  ['ENERGY', 0.25, 10],
])

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
