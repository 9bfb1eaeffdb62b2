import type { Failure } from './failure.ts'

/** How long an answer is waited for, ms. */
export const PATIENCE_MS = 12_000

const WAITS_MS = [500, 1_000, 2_000, 4_000, 8_000]

/**
 * How long to wait before a call is sent again, ms; null when that is of no use, or was tried for long enough (some half a
 * minute, with the answers that never came). Only what may pass by itself is tried again.
 * @param tries how often it has been sent
 */
export function waitBefore(tries: number, failure: Failure): number | null {
  const wait = WAITS_MS[tries - 1]
  if (wait === undefined) return null
  switch (failure.kind) {
    case 'unreachable':
    case 'notWritable':
      return wait
    case 'tooMany':
      return failure.waitMs > 10_000 ? null : Math.max(wait, failure.waitMs)
    default:
      return null
  }
}

/** How long to wait before following again, ms: longer the oftener it failed, with some chance in it, so that not all phones come at once. */
export function followWait(failures: number, chance: number): number {
  const wait = Math.min(15_000, 500 * 2 ** Math.max(0, failures - 1))
  return Math.round(wait * (0.75 + chance / 2))
}
