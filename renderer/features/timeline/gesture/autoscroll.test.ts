import { expect, test } from 'vitest'
import { pullOf } from './autoscroll.ts'

test('the view is pulled along at the edges only, and harder the further out', () => {
  const pull = (at: number) => pullOf(at, 100, 500)
  expect(pull(300)).toBe(0)
  expect(pull(136)).toBe(0)
  expect(pull(110)).toBeLessThan(0)
  expect(pull(50)).toBeLessThan(pull(110))
  expect(pull(490)).toBeGreaterThan(0)
  expect(pull(2_000)).toBe(pull(3_000))
})
