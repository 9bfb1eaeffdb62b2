import type { Timers } from '../timers.ts'

/** A clock that stands until it is turned. */
export interface ManualTimers extends Timers {
  /** Lets so many ms pass, calling back in order whatever falls due. */
  pass(ms: number): void
}

interface Due {
  at: number
  readonly every: number | null
  readonly callback: () => void
}

export function manualTimers(start = Date.UTC(2026, 0, 1)): ManualTimers {
  const due = new Set<Due>()
  let now = start
  const add = (ms: number, every: number | null, callback: () => void): (() => void) => {
    const entry = { at: now + ms, every, callback }
    due.add(entry)
    return () => due.delete(entry)
  }
  return {
    now: () => now,
    after: (ms, callback) => add(ms, null, callback),
    every: (ms, callback) => add(ms, ms, callback),
    pass(ms) {
      const until = now + ms
      for (;;) {
        const [next] = [...due].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)
        if (next === undefined) break
        now = next.at
        if (next.every === null) due.delete(next)
        else next.at += next.every
        next.callback()
      }
      now = until
    },
  }
}
