import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearest, walk } from './walk.ts'
import type { Stop, Walkable } from './walk.ts'

const stop = (id: string, from: number, until: number): Stop => ({ id, from, until })
const rows: readonly (readonly Stop[])[] = [
  [stop('a', 0, 10), stop('b', 20, 30)],
  [],
  [stop('c', 0, 4), stop('d', 22, 26), stop('far', 900, 910)],
  [stop('late', 800, 820)],
]
const grid: Walkable = {
  rowCount: rows.length,
  stopsOn: (row) => rows[row] ?? [],
  page: 2,
  view: { from: 0, until: 100 },
}

test('left and right walk a row and end at its ends', () => {
  expect(walk(grid, { row: 0, id: 'a' }, 'right')).toEqual({ row: 0, id: 'b' })
  expect(walk(grid, { row: 0, id: 'b' }, 'right')).toBeNull()
  expect(walk(grid, { row: 2, id: 'd' }, 'first')).toEqual({ row: 2, id: 'c' })
  expect(walk(grid, { row: 2, id: 'c' }, 'last')).toEqual({ row: 2, id: 'far' })
})

test('down leads to the nearest bar in the next row that shows one', () => {
  expect(walk(grid, { row: 0, id: 'b' }, 'down')).toEqual({ row: 2, id: 'd' })
  expect(walk(grid, { row: 2, id: 'c' }, 'up')).toEqual({ row: 0, id: 'a' })
})

test('a row whose bars are all out of sight is passed by', () => {
  expect(walk(grid, { row: 2, id: 'd' }, 'down')).toBeNull()
})

test('Page Down skips rows, and comes to the last that shows a bar', () => {
  expect(walk(grid, { row: 0, id: 'a' }, 'pageDown')).toEqual({ row: 2, id: 'c' })
  expect(walk({ ...grid, page: 30 }, { row: 0, id: 'a' }, 'pageDown')).toEqual({ row: 2, id: 'c' })
  expect(walk(grid, { row: 2, id: 'c' }, 'pageUp')).toEqual({ row: 0, id: 'a' })
})

test('of several bars the one that overlaps most is the nearest', () => {
  const stops = fc.array(
    fc
      .tuple(fc.nat(100), fc.integer({ min: 1, max: 30 }))
      .map(([from, length]) => stop(`${from}`, from, from + length)),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(stops, fc.nat(100), (list, from) => {
      const to = { from, until: from + 10 }
      const found = nearest(list, to)
      const overlap = (one: Stop) => Math.min(one.until, to.until) - Math.max(one.from, to.from)
      const most = Math.max(...list.map(overlap))
      if (most > 0 && found) expect(overlap(found)).toBe(most)
    }),
  )
})
