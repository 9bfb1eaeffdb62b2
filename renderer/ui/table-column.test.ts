import { expect, test } from 'vitest'
import { nextRow } from './next-row.ts'
import { acceptHidden, acceptSort, compareKeys } from './table-column.ts'

test('numbers are ordered by size, names as people count them', () => {
  const collator = new Intl.Collator('sv', { numeric: true })
  expect([10, 9, 100].toSorted((a, b) => compareKeys(a, b, collator))).toEqual([9, 10, 100])
  const names = ['A10', 'Ö1', 'A2', 'Å1', 'Z1'].toSorted((a, b) => compareKeys(a, b, collator))
  expect(names).toEqual(['A2', 'A10', 'Z1', 'Å1', 'Ö1'])
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
