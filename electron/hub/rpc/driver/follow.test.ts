import { expect, test } from 'vitest'
import { changeFeed } from '../../store/change-feed.ts'
import { follow, sharedView } from './follow.ts'

const site = { id: 's' }
const publish = (feed: ReturnType<typeof changeFeed>) =>
  feed.publish([{ table: 'site', id: site.id, row: site }])

test('a view is told, and again when it is another, but not because time goes by', async () => {
  const feed = changeFeed('run')
  const views = [
    { free: 3, now: 1 },
    { free: 3, now: 2 },
    { free: 2, now: 3 },
  ]
  const leaving = new AbortController()
  const told: unknown[] = []
  const read = async () => views.shift() ?? null
  const following = (async () => {
    for await (const view of follow({ feed }, read, { signal: leaving.signal })) {
      told.push(view)
      publish(feed)
      if (told.length === 2) leaving.abort()
    }
  })()
  const again = setInterval(() => publish(feed), 20)
  await following
  clearInterval(again)
  expect(told).toEqual([
    { free: 3, now: 1 },
    { free: 2, now: 3 },
  ])
})

test('it ends when there is nothing to see any more', async () => {
  const feed = changeFeed('run')
  const told: unknown[] = []
  for await (const view of follow({ feed }, async () => null, {})) told.push(view)
  expect(told).toEqual([])
})

test('what is the same for everybody is read once, until anything is another or a second is over', async () => {
  const feed = changeFeed('run')
  let reads = 0
  let now = 0
  const view = sharedView(
    { feed },
    async () => (reads += 1),
    () => now,
  )
  expect(await Promise.all([view(), view()])).toEqual([1, 1])
  publish(feed)
  expect(await view()).toBe(2)
  now = 1_000
  expect(await view()).toBe(3)
})
