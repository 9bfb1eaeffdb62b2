import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { lengthsOf } from './lengths.ts'

const QUARTER = 15 * MINUTE
const quarters = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => from + index * QUARTER)
const hours = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => from + index * HOUR)

test('each line holds until the next', () => {
  expect(lengthsOf(quarters(3))).toEqual([QUARTER, QUARTER, QUARTER])
  expect(lengthsOf(hours(2))).toEqual([HOUR, HOUR])
})

test('a line left out leaves a gap, and so do two', () => {
  const starts = [...quarters(4), ...quarters(1, 5 * QUARTER), ...quarters(4, 7 * QUARTER)]
  expect(lengthsOf(starts)).toEqual(starts.map(() => QUARTER))
})

test('a file that goes over from hours to quarters has both', () => {
  const starts = [...hours(24), ...quarters(96, 24 * HOUR)]
  const lengths = lengthsOf(starts)
  expect(lengths.slice(0, 24)).toEqual(hours(24).map(() => HOUR))
  expect(lengths.slice(24)).toEqual(quarters(96).map(() => QUARTER))
})

test('a line alone holds for an hour, and none for nothing', () => {
  expect(lengthsOf([7])).toEqual([HOUR])
  expect(lengthsOf([])).toEqual([])
})
