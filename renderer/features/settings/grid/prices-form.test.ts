import { expect, test } from 'vitest'
import { pricesFlaws, pricesFormOf, pricesPatchOf, priceText, usualPeriod } from './prices-form.ts'

const nights = {
  currency: 'SEK',
  priceSignal: {
    kind: 'periods' as const,
    periods: [{ weekdays: [6, 7], from: 0, until: 1_440, pricePerMWh: 45_500 }],
    otherwisePerMWh: 85_000,
  },
}

test('prices are typed in the site’s money per kWh, and an untouched form changes nothing', () => {
  const form = pricesFormOf(nights)
  expect(form).toMatchObject({
    otherwise: '0.85',
    periods: [{ from: '00:00', until: '24:00', price: '0.455' }],
  })
  expect(pricesFlaws(form)).toEqual([])
  expect(pricesPatchOf(form, nights)).toEqual({})
  expect(priceText(85, 0)).toBe('0.085')
})

test('a period is added with its own price, negative ones too', () => {
  const form = pricesFormOf(nights)
  const periods = [...form.periods, { ...usualPeriod, price: '-0,05' }]
  expect(pricesPatchOf({ ...form, periods }, nights)).toEqual({
    priceSignal: {
      ...nights.priceSignal,
      periods: [
        ...nights.priceSignal.periods,
        { weekdays: [1, 2, 3, 4, 5], from: 0, until: 360, pricePerMWh: -5_000 },
      ],
    },
  })
})

test('what is wrong is told by period and field', () => {
  const form = pricesFormOf(nights)
  expect(
    pricesFlaws({
      ...form,
      otherwise: '',
      periods: [{ weekdays: [], from: '08:00', until: '07:00', price: 'billigt' }],
    }),
  ).toEqual([
    'otherwise',
    { index: 0, what: 'weekdays' },
    { index: 0, what: 'times' },
    { index: 0, what: 'price' },
  ])
  expect(pricesFlaws({ ...form, kind: 'series', otherwise: '' })).toEqual([])
})
