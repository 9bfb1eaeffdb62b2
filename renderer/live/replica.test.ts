import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Change } from '../../shared/contract/live.ts'
import { applyPending, emptyTables, listOf, queueChanges } from './replica.ts'
import type { Pending } from './replica.ts'

const change: fc.Arbitrary<Change> = fc.record({
  seq: fc.nat(),
  table: fc.constantFrom('station', 'connector', 'alarm'),
  id: fc.constantFrom('a', 'b', 'c'),
  row: fc.option(fc.record({ value: fc.nat() })),
})

function after(changes: Change[], start = emptyTables) {
  const pending: Pending = new Map()
  queueChanges(pending, changes)
  return applyPending(start, pending)
}

test('batched changes give the same rows as one change at a time', () => {
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      const oneByOne = changes.reduce((tables, one) => after([one], tables), emptyTables)
      const batched = after(changes)
      for (const table of ['station', 'connector', 'alarm'] as const) {
        expect(Object.fromEntries(batched[table])).toEqual(Object.fromEntries(oneByOne[table]))
      }
    }),
  )
})

test('applying changes a second time does no harm', () => {
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      const once = after(changes)
      expect(after(changes, once)).toEqual(once)
    }),
  )
})

test('a change to one table leaves the others as they are, and their lists too', () => {
  const before = after([{ seq: 1, table: 'station', id: 'a', row: { id: 'a' } }])
  const then = after([{ seq: 2, table: 'alarm', id: 'x', row: { id: 'x' } }], before)
  expect(then.station).toBe(before.station)
  expect(listOf(then.station)).toBe(listOf(before.station))
  expect(then.alarm).not.toBe(before.alarm)
})

test('a row that is gone is gone', () => {
  const before = after([{ seq: 1, table: 'alarm', id: 'x', row: { id: 'x' } }])
  expect(after([{ seq: 2, table: 'alarm', id: 'x', row: null }], before).alarm.size).toBe(0)
})
