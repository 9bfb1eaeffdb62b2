import { expect, test } from 'vitest'
import { PER_GROUP, searchPalette } from './palette-search.ts'
import type { PaletteEntry } from './palette-search.ts'

const entry = (label: string, extra: Partial<PaletteEntry> = {}): PaletteEntry => ({
  id: label,
  group: 'groupStations',
  label,
  run: () => {},
  ...extra,
})

test('every word typed must be found, in any order and wherever it stands', () => {
  const entries = [entry('A1', { hint: 'Norvik Pole 22' }), entry('A2', { hint: 'Berghem Duo' })]
  expect(searchPalette(entries, 'pole a1').map((found) => found.label)).toEqual(['A1'])
  expect(searchPalette(entries, 'duo pole')).toEqual([])
})

test('what begins with the typed letters comes before what only holds them', () => {
  const entries = [entry('Zon A1'), entry('A1'), entry('A10')]
  expect(searchPalette(entries, 'a1').map((found) => found.label)).toEqual(['A1', 'A10', 'Zon A1'])
})

test('a name typed leads to what bears it, not to stopping what charges there', () => {
  const stop = entry('Stop charging on A1', { group: 'groupDo' })
  const labels = (typed: string) =>
    searchPalette([stop, entry('A1')], typed).map((found) => found.label)
  expect(labels('a1')).toEqual(['A1', 'Stop charging on A1'])
  expect(labels('stop')).toEqual(['Stop charging on A1'])
})

test('a plate typed without its space leads to its vehicle all the same', () => {
  const van = entry('ABC 123', { group: 'groupVehicles', words: 'ABC123' })
  const stop = entry('Stop charging on A1', { group: 'groupDo', hint: 'ABC123' })
  expect(searchPalette([stop, van], 'abc1').map((found) => found.label)).toEqual([
    'ABC 123',
    'Stop charging on A1',
  ])
})

test('before anything is typed only the daily acts are offered', () => {
  const entries = [entry('A1'), entry('Open pairing', { group: 'groupDo', always: true })]
  expect(searchPalette(entries, ' ').map((found) => found.label)).toEqual(['Open pairing'])
})

test('no group crowds out the others', () => {
  const many = Array.from({ length: 200 }, (_, index) => entry(`A${index}`))
  const found = searchPalette([...many, entry('Add', { group: 'groupDo' })], 'a')
  expect(found.filter((one) => one.group === 'groupStations')).toHaveLength(PER_GROUP)
  expect(found.some((one) => one.label === 'Add')).toBe(true)
})
