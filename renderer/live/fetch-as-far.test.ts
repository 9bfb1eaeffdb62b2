import { expect, it } from 'vitest'
import { fetchAsFar } from './fetch-as-far.ts'

/** A list of ten rows in pages of three. */
const asked: (string | undefined)[] = []
const ask = async (after: string | undefined) => {
  asked.push(after)
  const from = after === undefined ? 0 : Number(after)
  const rows = [0, 1, 2].map((step) => from + step).filter((row) => row < 10)
  return { rows, next: from + 3 < 10 ? String(from + 3) : null }
}

it('fetches a page when nobody has come further', async () => {
  expect(await fetchAsFar(ask, undefined, 0)).toEqual({ rows: [0, 1, 2], next: '3' })
  expect(await fetchAsFar(ask, '3', 0)).toEqual({ rows: [3, 4, 5], next: '6' })
})

it('fetches as far as somebody had come, each page once', async () => {
  asked.length = 0
  expect(await fetchAsFar(ask, undefined, 6)).toEqual({ rows: [0, 1, 2, 3, 4, 5], next: '6' })
  expect(asked).toEqual([undefined, '3'])
})

it('ends where the list does, though it had been longer', async () => {
  const { rows, next } = await fetchAsFar(ask, undefined, 50)
  expect(rows).toHaveLength(10)
  expect(next).toBeNull()
})
