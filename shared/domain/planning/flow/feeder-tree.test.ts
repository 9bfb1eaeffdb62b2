import { expect, test } from 'vitest'
import { feederIndex, feederTree } from './feeder-tree.ts'
import type { FeederLimit } from '../problem.ts'

const feeder = (id: string, parentId: string | null, limited = true): FeederLimit => ({
  id,
  parentId,
  limitW: limited ? [10_000] : null,
  limitDa: null,
})

test('what hangs on a feeder without a limit counts as hanging on the next one above', () => {
  const tree = feederTree([
    feeder('row', 'deck', false),
    feeder('deck', null),
    feeder('post', 'row'),
  ])
  expect(tree.ids).toEqual(['', 'deck', 'post'])
  expect([...tree.parent]).toEqual([-1, 0, 1])
  expect(feederIndex(tree, 'row')).toBe(feederIndex(tree, 'deck'))
  expect(feederIndex(tree, null)).toBe(0)
})

test('a feeder that isn’t there, or hangs on itself, is a mistake of whoever asks', () => {
  expect(() => feederTree([feeder('row', 'deck')])).toThrow('deck')
  expect(() => feederTree([feeder('row', 'deck'), feeder('deck', 'row')])).toThrow(
    'hangs on itself',
  )
  expect(() => feederIndex(feederTree([]), 'deck')).toThrow('deck')
})
