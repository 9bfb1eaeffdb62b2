import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { TOUCH_MS, touchSeldom } from './keep-awake.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the first hand on the window is told at once, the others together once the pause is over', () => {
  const touched = vi.fn<() => void>()
  const hand = touchSeldom(touched)
  hand()
  expect(touched).toHaveBeenCalledTimes(1)
  for (let step = 0; step < 50; step += 1) hand()
  expect(touched).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(TOUCH_MS)
  expect(touched).toHaveBeenCalledTimes(2)
})

test('nothing is told while nobody has a hand on it, and the next hand is told at once again', () => {
  const touched = vi.fn<() => void>()
  const hand = touchSeldom(touched)
  hand()
  vi.advanceTimersByTime(10 * TOUCH_MS)
  expect(touched).toHaveBeenCalledTimes(1)
  hand()
  expect(touched).toHaveBeenCalledTimes(2)
})

test('whoever works on is told of every pause', () => {
  const touched = vi.fn<() => void>()
  const hand = touchSeldom(touched)
  for (let second = 0; second < 120; second += 1) {
    hand()
    vi.advanceTimersByTime(1_000)
  }
  expect(touched).toHaveBeenCalledTimes(7)
})
