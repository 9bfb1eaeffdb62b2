import { expect, test } from 'vitest'
import { aStation, idOf } from './station-fixture.ts'
import { stationRow } from './station-row.ts'
import { tileLines } from './tile-lines.ts'
import { nextTile } from './tile-walk.ts'
import { zoneGroups } from './zone-groups.ts'

// Zone A: 1 2 / 3, Zone B: 4 5
const lines = tileLines(
  zoneGroups(
    [1, 2, 3, 4, 5].map((number) =>
      stationRow(aStation(number, { zone: number < 4 ? 'A' : 'B' }), [], []),
    ),
  ),
  2,
)
const walk = (key: string, from: number) => nextTile(key, idOf(from), lines)?.id

test('arrows walk along a line and on to the next', () => {
  expect(walk('ArrowRight', 2)).toBe(idOf(3))
  expect(walk('ArrowLeft', 4)).toBe(idOf(3))
})

test('up and down keep the column where they can', () => {
  expect(walk('ArrowDown', 1)).toBe(idOf(3))
  expect(walk('ArrowDown', 2)).toBe(idOf(3))
  expect(walk('ArrowUp', 5)).toBe(idOf(3))
})

test('there is nothing beyond the ends, nor under other keys', () => {
  expect(walk('ArrowLeft', 1)).toBeUndefined()
  expect(walk('ArrowDown', 5)).toBeUndefined()
  expect(walk('a', 1)).toBeUndefined()
  expect(walk('End', 1)).toBe(idOf(5))
})
