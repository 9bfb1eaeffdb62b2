import { expect, test } from 'vitest'
import { nextRow } from './next-row.ts'
import {
  acceptHidden,
  acceptSort,
  collatorOf,
  compareKeys,
  fittingColumns,
  leastWidthOf,
} from './table-column.ts'

test('numbers are ordered by size, names as people count them', () => {
  const collator = new Intl.Collator('sv', { numeric: true })
  expect([10, 9, 100].toSorted((a, b) => compareKeys(a, b, collator))).toEqual([9, 10, 100])
  const names = ['A10', 'Ö1', 'A2', 'Å1', 'Z1'].toSorted((a, b) => compareKeys(a, b, collator))
  expect(names).toEqual(['A2', 'A10', 'Z1', 'Å1', 'Ö1'])
})

test('codes are ordered figure by figure, whatever numbers one might read into them', () => {
  const codes = ['1E579103', '02DC1566', '0A79846D']
  const order = (column: { code?: boolean }) =>
    codes.toSorted((a, b) => compareKeys(a, b, collatorOf(column, 'en')))
  expect(order({ code: true })).toEqual(['02DC1566', '0A79846D', '1E579103'])
  expect(order({})).toEqual(['0A79846D', '1E579103', '02DC1566'])
})

test('a narrow table leaves out columns from the right, but no fixed and no chosen one', () => {
  const columns = [
    { id: 'name', width: 100, fixed: true },
    { id: 'state', width: 100 },
    { id: 'zone', width: 100 },
    { id: 'acts', width: 100, fixed: true },
  ]
  const shown = (widthPx: number, chosen = {}) =>
    fittingColumns(columns, chosen, widthPx).map((column) => column.id)
  const all = leastWidthOf(columns)
  expect(shown(Infinity)).toEqual(['name', 'state', 'zone', 'acts'])
  expect(shown(all)).toEqual(['name', 'state', 'zone', 'acts'])
  expect(shown(all - 1)).toEqual(['name', 'state', 'acts'])
  expect(shown(all - 1, { zone: true })).toEqual(['name', 'zone', 'acts'])
  expect(shown(0)).toEqual(['name', 'acts'])
  expect(shown(0, { zone: true })).toEqual(['name', 'zone', 'acts'])
})

test('a stored choice that no longer makes sense is dropped', () => {
  expect(acceptHidden('all')).toBeUndefined()
  expect(acceptHidden({ vendor: false, ghost: 'yes' })).toEqual({ vendor: false })
  expect(acceptSort({ columnId: 'ghost', descending: true }, ['name'])).toBeUndefined()
  expect(acceptSort({ columnId: 'name', descending: true }, ['name'])).toEqual({
    columnId: 'name',
    descending: true,
  })
  expect(acceptSort(null, ['name'])).toBeUndefined()
})

test('the keys walk the rows and stop at both ends', () => {
  expect(nextRow('ArrowDown', 4, 5, 10)).toBe(4)
  expect(nextRow('ArrowUp', 0, 5, 10)).toBe(0)
  expect(nextRow('PageDown', 1, 100, 10)).toBe(11)
  expect(nextRow('End', 1, 100, 10)).toBe(99)
  expect(nextRow('x', 1, 100, 10)).toBeNull()
  expect(nextRow('ArrowDown', 0, 0, 10)).toBeNull()
})
