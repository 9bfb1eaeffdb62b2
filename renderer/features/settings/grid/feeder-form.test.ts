import { expect, test } from 'vitest'
import {
  emptyFeeder,
  feederFlaws,
  feederFormOf,
  feederPatchOf,
  feederWordsOf,
  possibleParents,
} from './feeder-form.ts'

const feeder = (id: string, parentId: string | null) => ({
  id,
  name: id,
  parentId,
  limitW: 40_000,
  limitDa: null,
  createdAt: 0,
  updatedAt: 0,
})
const board = feeder('board', null)
const row = feeder('row', 'board')

test('only what was changed is sent', () => {
  const form = feederFormOf(row)
  expect(feederPatchOf(form, row)).toEqual({})
  expect(feederPatchOf({ ...form, parentId: null, limitA: '63' }, row)).toEqual({
    parentId: null,
    limitDa: 630,
  })
})

test('a feeder needs a name, and limits only where there are any', () => {
  expect(feederFlaws(emptyFeeder)).toEqual(['name'])
  expect(feederFlaws({ ...emptyFeeder, name: ' Board ', limitKw: '0.5', limitA: 'x' })).toEqual([
    'limitKw',
    'limitA',
  ])
  expect(feederWordsOf({ ...emptyFeeder, name: ' Board ' })).toEqual({
    name: 'Board',
    parentId: null,
    limitW: null,
    limitDa: null,
  })
})

test('it may hang on any but itself and those below it', () => {
  const other = feeder('other', null)
  const feeders = [board, row, other]
  expect(possibleParents(feeders, 'board')).toEqual([other])
  expect(possibleParents(feeders, 'row')).toEqual([board, other])
  expect(possibleParents(feeders, null)).toEqual(feeders)
})
