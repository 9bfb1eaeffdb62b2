import { expect, test } from 'vitest'
import { changesOf } from './journal-changes.ts'

test('only what differs is a change', () => {
  expect(changesOf({ name: 'A1', zone: 'North' }, { name: 'A2', zone: 'North' })).toEqual([
    { field: 'name', before: 'A1', after: 'A2' },
  ])
})

test('a row that came into being changed from nothing, one that was removed into nothing', () => {
  expect(changesOf(null, { name: 'A1', note: null })).toEqual([
    { field: 'name', before: null, after: 'A1' },
  ])
  expect(changesOf({ count: 3 }, undefined)).toEqual([{ field: 'count', before: '3', after: null }])
})

test('what is no record is shown as one value', () => {
  expect(changesOf('a', 'b')).toEqual([{ field: 'value', before: 'a', after: 'b' }])
})
