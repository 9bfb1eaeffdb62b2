import { expect, test } from 'vitest'
import { startOfSlot } from '../../shared/domain/demand/slots.ts'
import type { BaseLoad } from '../../shared/domain/site/base-load.ts'
import { firstTerms } from '../../shared/domain/site/booking-terms.ts'
import { firstDeskTerms } from '../../shared/domain/site/desk-terms.ts'
import { firstGridTerms } from '../../shared/domain/site/grid.ts'
import type { Site } from '../../shared/domain/site/site.ts'
import { bookGrid } from './book-grid.ts'
import { emptyTables } from './replica.ts'

const NOW = startOfSlot(100)
const WEEK = 7 * 96

const site = (baseLoad: BaseLoad): Site => ({
  id: 'site',
  name: 'Depot',
  timeZone: 'UTC',
  currency: 'SEK',
  ...firstGridTerms,
  ...firstTerms,
  ...firstDeskTerms,
  gridLimitW: 100_000,
  reservePct: 0,
  baseLoad,
  createdAt: 0,
  updatedAt: 0,
})
const tables = (baseLoad: BaseLoad) => ({
  ...emptyTables,
  site: new Map([['site', site(baseLoad)]]),
})
const told = [{ startsAt: NOW, baseW: [1_000, 2_000] }]

test('before the site is known there is no grid', () => {
  expect(bookGrid(emptyTables, [], 4, NOW)).toBeNull()
})

test('what was told of the building counts, whatever the hub guesses', () => {
  const grid = bookGrid(tables({ kind: 'constant', powerW: 7_000 }), told, 4, NOW)
  expect(grid).toMatchObject({
    firstSlot: 100,
    baseW: [7_000, 7_000, 7_000, 7_000],
    limitW: [100_000, 100_000, 100_000, 100_000],
  })
})

test('where only the hub knows it, a week is like the one before as far as that is known', () => {
  const grid = bookGrid(tables({ kind: 'meter' }), told, WEEK + 3, NOW)
  expect(grid?.baseW.slice(0, 3)).toEqual([1_000, 2_000, 0])
  expect(grid?.baseW.slice(WEEK)).toEqual([1_000, 2_000, 0])
})

test('of two who told it the later one counts', () => {
  const newer = { startsAt: NOW, baseW: [5_000] }
  const grid = bookGrid(tables({ kind: 'series' }), [...told, newer], 2, NOW)
  expect(grid?.baseW).toEqual([5_000, 2_000])
})
