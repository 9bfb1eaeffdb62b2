import type { Instant } from '../../../../../shared/time/instant.ts'
import { systemTimers, type Timers } from '../timers.ts'

/**
 * A clock that begins at `startsAt` and runs `speed` times as fast as the machine's; its timers are called as much
 * sooner. A day can so be lived through in minutes.
 */
export function fastTimers(speed: number, startsAt: Instant): Timers {
  const from = performance.now()
  return {
    now: () => Math.round(startsAt + (performance.now() - from) * speed),
    after: (ms, callback) => systemTimers.after(ms / speed, callback),
    every: (ms, callback) => systemTimers.every(ms / speed, callback),
  }
}
