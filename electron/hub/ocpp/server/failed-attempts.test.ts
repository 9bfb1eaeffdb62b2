import { expect, test } from 'vitest'
import { MINUTE } from '../../../../shared/time/instant.ts'
import { failedAttempts } from './failed-attempts.ts'

test('each failure of one address and id is held back longer, up to a bound', () => {
  const failures = failedAttempts()
  const delays = Array.from({ length: 9 }, () => failures.failed('10.0.0.1', 'CP1', 0))
  expect(delays).toEqual([200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000, 10_000])
})

test('another address, another id, a success or a quiet time begins anew', () => {
  const failures = failedAttempts()
  failures.failed('10.0.0.1', 'CP1', 0)
  failures.failed('10.0.0.1', 'CP1', 0)
  expect(failures.failed('10.0.0.2', 'CP1', 0)).toBe(200)
  expect(failures.failed('10.0.0.1', 'CP2', 0)).toBe(200)
  expect(failures.failed('10.0.0.1', 'CP1', 16 * MINUTE)).toBe(200)
  failures.succeeded('10.0.0.1', 'CP1')
  expect(failures.failed('10.0.0.1', 'CP1', 16 * MINUTE)).toBe(200)
})
