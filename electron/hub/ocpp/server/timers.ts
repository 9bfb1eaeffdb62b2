import type { Instant } from '../../../../shared/time/instant.ts'

/**
 * The clock and its timers, handed in so that a test can turn them by hand. A callback that returns a promise is called
 * again when it is due, whether that has resolved or not; a clock that can stand still may wait for it.
 */
export interface Timers {
  /** The time of day, epoch ms UTC. */
  now(): Instant
  /** Calls back once after so many ms, unless the returned function is called first. */
  after(ms: number, callback: () => unknown): () => void
  /** Calls back every so many ms until the returned function is called. */
  every(ms: number, callback: () => unknown): () => void
}

/** The machine's own clock. Its timers run on monotonic time and don't keep the process alive. */
export const systemTimers: Timers = {
  now: Date.now,
  after(ms, callback) {
    const timer = setTimeout(callback, ms).unref()
    return () => clearTimeout(timer)
  },
  every(ms, callback) {
    const timer = setInterval(callback, ms).unref()
    return () => clearInterval(timer)
  },
}
