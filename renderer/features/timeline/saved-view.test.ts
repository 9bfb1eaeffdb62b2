import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everyRow } from './rows/row-filter.ts'
import { acceptViews, withView } from './saved-view.ts'
import { WIDEST_MS } from './axis/scale.ts'

const night = {
  name: 'Night',
  filter: { ...everyRow, zones: ['Zon A'] },
  collapsed: ['Zon B'],
  spanMs: 86_400_000,
}

test('a view that was kept is read again as it was', () => {
  expect(acceptViews(JSON.parse(JSON.stringify([night])))).toEqual([night])
})

test('whatever is stored, only views come out', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (stored) => {
      for (const view of acceptViews(stored) ?? []) expect(view.name).not.toBe('')
    }),
  )
  expect(acceptViews([{ name: 'x' }, 7, null])).toEqual([])
  expect(acceptViews([{ ...night, spanMs: 1e15 }])?.[0]?.spanMs).toBe(WIDEST_MS)
})

test('a view of the same name is replaced', () => {
  const views = withView([night], { ...night, collapsed: [] })
  expect(views).toEqual([{ ...night, collapsed: [] }])
  expect(withView(views, { ...night, name: 'Day' }).map(({ name }) => name)).toEqual([
    'Day',
    'Night',
  ])
})
