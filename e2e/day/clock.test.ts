import { expect, it } from 'vitest'
import { dayClock } from './clock.ts'

const from = Date.UTC(2026, 5, 3, 13)

it('stands until it is let go, and again from then on', async () => {
  const clock = dayClock(from, 10_000)
  expect(clock.now()).toBe(from)
  await clock.goUntil(from + 60_000)
  expect(clock.now()).toBe(from + 60_000)
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(clock.now()).toBe(from + 60_000)
})

it('rings what is due in a stretch before the stretch is over, in its order, and what is taken back not at all', async () => {
  const clock = dayClock(from, 1_000)
  const rung: string[] = []
  clock.after(20_000, () => rung.push('second'))
  clock.after(1_000, () => rung.push('first'))
  clock.after(90_000, () => rung.push('later'))
  clock.after(5_000, () => rung.push('taken back'))()
  await clock.goUntil(from + 60_000)
  expect(rung).toEqual(['first', 'second'])
  await clock.goUntil(from + 120_000)
  expect(rung).toEqual(['first', 'second', 'later'])
})

it('rings again and again, and does not catch up with what a slow machine has missed', async () => {
  const clock = dayClock(from, 1_000)
  let rings = 0
  const stop = clock.every(10_000, () => (rings += 1))
  await clock.goUntil(from + 60_000)
  expect(rings).toBeGreaterThan(0)
  expect(rings).toBeLessThanOrEqual(6)
  stop()
  const before = rings
  await clock.goUntil(from + 120_000)
  expect(rings).toBe(before)
})

it('is not there before what it rang for is done, however long that takes', async () => {
  const clock = dayClock(from, 10_000)
  let done = 0
  clock.after(1_000, async () => {
    await new Promise((resolve) => setTimeout(resolve, 50))
    done += 1
  })
  await clock.goUntil(from + 60_000)
  expect(done).toBe(1)
})
