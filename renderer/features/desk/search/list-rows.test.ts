import { expect, it } from 'vitest'
import { hitLike } from './hit-fixture.ts'
import { listRows } from './list-rows.ts'

const settled = { mayAttend: true, isSettled: true }

it('offers a walk-up with what may be a plate, below what was found', () => {
  const past = hitLike({ id: 'past' })
  expect(listRows([past], ' abc 123 ', settled)).toEqual([
    { kind: 'hit', hit: past },
    { kind: 'walkUp', plate: 'abc 123' },
  ])
})

it('offers none before the hub has answered, so that no row moves under a finger', () => {
  expect(listRows(null, 'ABC 123', { mayAttend: true, isSettled: false })).toEqual([])
})

it('offers one where the hub can’t be asked, and none to who may not begin it', () => {
  expect(listRows(null, 'ABC 123', settled)).toHaveLength(1)
  expect(listRows([], 'ABC 123', { ...settled, mayAttend: false })).toEqual([])
})
