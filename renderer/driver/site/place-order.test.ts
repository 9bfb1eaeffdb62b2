import { expect, test } from 'vitest'
import { siteNamed } from '../testing/sites.ts'
import { byUse, priceGroups } from './place-order.ts'

const site = siteNamed('charge', Date.parse('2026-03-02T15:20Z'))

test('what is free comes first, then what will be soonest, and what doesn’t work last', () => {
  expect(byUse(site.places).map(({ name }) => name)).toEqual([
    ...['A1', 'A2', 'A4', 'A8', 'A3', 'A7', 'A5', 'A6'],
  ])
})

test('each price is told once, with where it holds, and what it is for who doesn’t mind when', () => {
  const groups = priceGroups(site, null)
  expect(groups.map(({ words, names }) => [words, names.length])).toEqual([
    [site.prices[0], 7],
    [site.prices[1], 1],
  ])
  expect(groups[0]?.flexible).toBe(site.flexiblePrices[0])
})

test('where one price holds everywhere, or one connector is asked about, no names are needed', () => {
  expect(priceGroups(site, site.places[7]?.code ?? '')).toEqual([
    { words: site.prices[1], flexible: site.flexiblePrices[1], names: [] },
  ])
  expect(priceGroups(siteNamed('bare', 0), null)).toEqual([
    { words: null, flexible: null, names: [] },
  ])
})
