import { expect, test } from 'vitest'
import { changesOf } from './changes.ts'

test('only what differs is a change', () => {
  expect(
    changesOf(
      { name: 'A1', zone: 'North', updatedAt: 1 },
      { name: 'A2', zone: 'North', updatedAt: 2 },
    ),
  ).toEqual([{ field: 'name', before: 'A1', after: 'A2' }])
})

test('a row that came into being tells what it has, and not what was left empty', () => {
  expect(changesOf(null, { id: 'x', name: 'A1', note: '', zone: null })).toEqual([
    { field: 'name', before: undefined, after: 'A1' },
  ])
  expect(changesOf({ count: 3 }, undefined)).toEqual([
    { field: 'count', before: 3, after: undefined },
  ])
})

test('a value that was emptied is a change', () => {
  expect(changesOf({ note: 'late' }, { note: '' })).toEqual([
    { field: 'note', before: 'late', after: '' },
  ])
})

test('records within are compared value by value, lists as a whole', () => {
  const before = { need: { kind: 'energy', energyWh: 10_000 }, days: [1, 2] }
  const after = { need: { kind: 'energy', energyWh: 12_000 }, days: [1, 2, 3] }
  expect(changesOf(before, after)).toEqual([
    { field: 'need.energyWh', before: 10_000, after: 12_000 },
    { field: 'days', before: [1, 2], after: [1, 2, 3] },
  ])
})

test('what is no record is shown as one value', () => {
  expect(changesOf('a', 'b')).toEqual([{ field: 'value', before: 'a', after: 'b' }])
})
