import { between } from './random.ts'
import type { Random } from './random.ts'

const FIRST_MS = 1_000
const LONGEST_MS = 30_000

/**
 * How long to wait before the next attempt to connect, in ms: doubling up to half a minute, spread
 * by half so that a depot does not come back as one.
 * @param attempt 0 for the first after a lost connection
 */
export function backOffMs(random: Random, attempt: number): number {
  const base = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 16))
  return Math.round(between(random, base * 0.5, base))
}
