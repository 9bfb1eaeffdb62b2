import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeFeed } from './change-feed.ts'

const change = (id: string, row: unknown = { id }) => ({ table: 'station' as const, id, row })

test('a desk that knows a place gets exactly the rows changed since, each once and as it now is', () => {
  const step = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer()), {
    maxLength: 5,
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), fc.nat(20), (commits, stop) => {
      const feed = changeFeed('run')
      const now = new Map<string, number>()
      let place = feed.position()
      const changedSince = new Set<string>()
      for (const [index, commit] of commits.entries()) {
        if (index === stop) {
          place = feed.position()
          changedSince.clear()
        }
        feed.publish(commit.map(([id, value]) => change(id, value)))
        for (const [id, value] of commit) {
          now.set(id, value)
          changedSince.add(id)
        }
      }
      const missed = feed.since(place) ?? []
      expect(new Map(missed.map(({ id, row }) => [id, row]))).toEqual(
        new Map([...changedSince].map((id) => [id, now.get(id)])),
      )
      expect(missed.length).toBe(changedSince.size)
    }),
  )
})

test('a place of another run, of the future or forgotten needs a new snapshot', () => {
  const feed = changeFeed('run', 2)
  feed.publish([change('a')])
  const old = feed.position()
  expect(feed.since({ epoch: 'another', seq: 0 })).toBeUndefined()
  expect(feed.since({ epoch: 'run', seq: 99 })).toBeUndefined()
  feed.publish([change('b'), change('c'), change('d')])
  expect(feed.since({ epoch: 'run', seq: 0 })).toBeUndefined()
  expect(feed.since(old)).toBeUndefined()
  expect(feed.since({ epoch: 'run', seq: 2 })?.map(({ id }) => id)).toEqual(['c', 'd'])
})

test('rows that no desk holds are no news', () => {
  const feed = changeFeed('run')
  let told = 0
  feed.subscribe(() => (told += 1))
  feed.publish([{ table: 'journal', id: '1', row: {} }])
  expect(told).toBe(0)
  expect(feed.position().seq).toBe(0)
})
