import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MINUTE, SECOND } from '../../time/instant.ts'
import { type Attempts, failedOnce, lockedOut, noAttempts, triesLeft } from './attempts.ts'

/** The waits that so many wrong PINs in a row bring, each entered as soon as one is looked at. */
function waitsOf(tries: number): number[] {
  let now = 0
  let attempts: Attempts = noAttempts
  return Array.from({ length: tries }, () => {
    now = attempts.lockedUntil ?? now
    attempts = failedOnce(attempts, now)
    return attempts.lockedUntil === null ? 0 : attempts.lockedUntil - now
  })
}

test('four wrong PINs cost nothing, the fifth half a minute, each after it twice as much up to a quarter of an hour', () => {
  expect(waitsOf(5)).toEqual([0, 0, 0, 0, 30 * SECOND])
  expect(waitsOf(12).slice(5)).toEqual([1, 2, 4, 8, 15, 15, 15].map((min) => min * MINUTE))
})

test('how many tries are left is told until there is a wait', () => {
  let attempts = noAttempts
  const left = [triesLeft(attempts)]
  for (let tries = 0; tries < 6; tries += 1)
    left.push(triesLeft((attempts = failedOnce(attempts, 0))))
  expect(left).toEqual([5, 4, 3, 2, 1, 0, 0])
})

test('a wait never grows shorter, never exceeds a quarter of an hour, and is over to the ms', () => {
  fc.assert(
    fc.property(fc.nat({ max: 2_000 }), fc.nat(), (failures, now) => {
      const one = failedOnce({ failures, lockedUntil: null }, now)
      const next = failedOnce(one, now)
      const [wait, longer] = [one.lockedUntil ?? now, next.lockedUntil ?? now]
      expect(longer).toBeGreaterThanOrEqual(wait)
      expect(longer - now).toBeLessThanOrEqual(15 * MINUTE)
      fc.pre(one.lockedUntil !== null)
      expect(lockedOut(one, wait - 1)).toBe(wait)
      expect(lockedOut(one, wait)).toBeNull()
    }),
  )
})
