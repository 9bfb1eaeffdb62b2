import { expect, test } from 'vitest'
import { tariffOfTemplate } from '../../../../shared/domain/tariff/templates.ts'
import { emptyPrice, inElements, priceFormOf, readPriceForm } from './price-form.ts'

const dayNight = tariffOfTemplate({
  kind: 'dayNight',
  currency: 'SEK',
  taxIncluded: true,
  vatPct: 25,
  dayPerKwh: 4,
  nightPerKwh: 2.5,
  dayFrom: '06:00',
  dayUntil: '22:00',
})

test('a usual kind opens as its form, anything else element by element', () => {
  expect(priceFormOf(dayNight, ',')).toMatchObject({
    mode: 'template',
    template: { kind: 'dayNight', figures: { nightPerKwh: '2,5' } },
  })
  const least = { ...dayNight, ocpi: { ...dayNight.ocpi, min_price: { before_taxes: 5 } } }
  expect(priceFormOf(least, ',').mode).toBe('elements')
  for (const words of [dayNight, least])
    expect(readPriceForm(priceFormOf(words, ','), 'SEK')).toEqual({ words })
})

test('element by element it goes on from what the form said', () => {
  const form = inElements(priceFormOf(dayNight, ','), 'SEK', ',')
  expect(form.mode).toBe('elements')
  expect(readPriceForm(form, 'SEK')).toEqual({ words: dayNight })
  // What is half filled in says nothing yet; the elements stay as they were.
  const empty = emptyPrice('SEK', '.')
  expect(readPriceForm(empty, 'SEK')).toMatchObject({ flaws: ['perKwh'] })
  expect(inElements(empty, 'SEK', '.').elements).toBe(empty.elements)
})

test('what no form shows stays as it was', () => {
  const ocpi = { ...dayNight.ocpi, party_id: 'LAD', preauthorize_amount: 300 }
  const form = priceFormOf({ ...dayNight, ocpi }, ',')
  expect(form.mode).toBe('elements')
  expect(readPriceForm(form, 'SEK', ocpi)).toEqual({ words: { ...dayNight, ocpi } })
})
