import { expect, test } from 'vitest'
import { everyCar, filterReadiness, valuesOf } from './readiness-filter.ts'
import { aRow } from './readiness-fixture.ts'

const one = aRow({}, { plate: 'ABC 123', zone: 'Zone B', customer: 'Norrbud', station: 'B2' })
const two = aRow({}, { plate: 'DEF 456', zone: 'Zone A', customer: '', station: 'A10' })
const rows = [one, two]
const found = (change: Partial<typeof everyCar>) =>
  filterReadiness(rows, { ...everyCar, ...change }).map(({ plate }) => plate)

test('a plate is found however it is written, everything else by a part of it', () => {
  expect(found({ search: 'abc-1' })).toEqual(['ABC 123'])
  expect(found({ search: 'norr' })).toEqual(['ABC 123'])
  expect(found({ search: 'a10' })).toEqual(['DEF 456'])
  expect(found({ search: ' ' })).toHaveLength(2)
})

test('zone, customer and what needs a hand narrow the board', () => {
  expect(found({ zone: 'Zone A' })).toEqual(['DEF 456'])
  expect(found({ customer: 'Norrbud' })).toEqual(['ABC 123'])
  const risky = { ...one, fare: { ...one.fare, readiness: 'atRisk' as const } }
  expect(filterReadiness([risky, two], { ...everyCar, trouble: true })).toEqual([risky])
})

test('there is a choice for every value that occurs', () => {
  expect(valuesOf(rows, 'zone', 'en')).toEqual(['Zone A', 'Zone B'])
  expect(valuesOf(rows, 'customer', 'en')).toEqual(['Norrbud'])
})
