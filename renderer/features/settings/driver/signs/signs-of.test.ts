import { expect, test } from 'vitest'
import type { TariffWords } from '../../../../../shared/domain/tariff/words.ts'
import { signsOf } from './signs-of.ts'

const placeOf = (at: number) => ({
  ...{ stationId: `station-${at}`, connectorId: 1, name: `A${at}`, code: `00000${at}` },
  url: `https://charge.example.com/garage/00000${at}`,
})
const told = {
  siteUrl: 'https://charge.example.com/garage',
  places: [placeOf(1), placeOf(2), placeOf(3)],
}
const price = (amount: string): TariffWords => ({
  currency: 'SEK',
  tax: 'included',
  ratesPct: [25],
  free: false,
  phrases: [{ of: 'energy', price: amount, per: 'kWh', only: [], otherwise: false, step: 1 }],
  least: null,
  most: null,
  idleGraceMin: 0,
})

test('the site has one sign, with each of its prices once', () => {
  const signs = signsOf('entrance', told, null, (id) => price(id === 'station-1' ? '3' : '4'))
  expect(signs).toEqual([
    { key: 'site', place: null, url: told.siteUrl, prices: [price('3'), price('4')] },
  ])
})

test('more prices than it has room for are not told there', () => {
  const [sign] = signsOf('entrance', told, null, (id) => price(id.slice(-1)))
  expect(sign?.prices).toEqual([])
})

test('each connector that was chosen has one, in order', () => {
  const names = (chosen: ReadonlySet<string> | null) =>
    signsOf('four', told, chosen, () => null).map(({ place }) => place?.name)
  expect(names(null)).toEqual(['A1', 'A2', 'A3'])
  expect(names(new Set(['000003', '000001']))).toEqual(['A1', 'A3'])
  expect(names(new Set())).toEqual([])
})

test('a connector without an address has none', () => {
  const places = [{ ...placeOf(1), url: null }]
  expect(signsOf('eight', { ...told, places }, null, () => null)).toEqual([])
})
