import { expect, it } from 'vitest'
import { listKeeper } from './list-keeper.ts'

type Row = { id: string; due: boolean }
const due = (id: string): Row => ({ id, due: true })
const settled = (id: string): Row => ({ id, due: false })

it('is the same list while the same rows are in it, whatever else has changed', () => {
  const dueOf = listKeeper((rows: readonly Row[]) => rows.filter((row) => row.due))
  const a = due('a')
  const before = dueOf([a, settled('b')])
  expect(dueOf([a, settled('b'), settled('c')])).toBe(before)
  expect(before).toEqual([a])
})

it('is another list once a row, their number or their order is another', () => {
  const all = listKeeper((rows: readonly Row[]) => rows)
  const [a, b] = [due('a'), due('b')]
  expect(all([a, b])).toEqual([a, b])
  expect(all([b, a])).toEqual([b, a])
  expect(all([b])).toEqual([b])
  const other = due('b')
  expect(all([other])[0]).toBe(other)
})

it('is put together only when what it is made from has changed', () => {
  let times = 0
  const dueOf = listKeeper((rows: readonly Row[], wanted: boolean) => {
    times += 1
    return rows.filter((row) => row.due === wanted)
  })
  const rows = [due('a')]
  dueOf(rows, true)
  dueOf(rows, true)
  expect(times).toBe(1)
  expect(dueOf(rows, false)).toEqual([])
})
