import { expect, test } from 'vitest'
import { MINUTE } from '../../time/instant.ts'
import { isIdle, locksAt } from './idle.ts'

test('a desk locks to the ms after so many minutes without a hand on it', () => {
  expect(locksAt(1_000, 10)).toBe(1_000 + 10 * MINUTE)
  expect(isIdle(1_000, 10, 999 + 10 * MINUTE)).toBe(false)
  expect(isIdle(1_000, 10, 1_000 + 10 * MINUTE)).toBe(true)
})

test('where it is told never to, it doesn’t', () => {
  expect(locksAt(0, 0)).toBeNull()
  expect(isIdle(0, 0, Number.MAX_SAFE_INTEGER)).toBe(false)
})
