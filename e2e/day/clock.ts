import type { Timers } from '../../electron/hub/ocpp/server/timers.ts'
import type { Instant } from '../../shared/time/instant.ts'

/** The day's clock: it stands, but for the stretches that it is let go. */
export type DayClock = Timers & {
  /**
   * Lets time pass until then, `speed` times as fast as the machine's.
   * @returns once whatever was due is done, and what it promised with it
   */
  goUntil: (until: Instant) => Promise<void>
}

type Timer = { due: Instant; every: number | null; callback: () => unknown }

/**
 * A clock that waits for whoever is late: both sides of a day are let go a step at a time, and only when both have done
 * the last one, so that a slow machine makes the day longer and not its chargers late.
 * @param standsAt what it shows first
 */
export function dayClock(standsAt: Instant, speed: number): DayClock {
  const timers = new Set<Timer>()
  let shown = standsAt
  let until = standsAt
  let shownAt = performance.now()
  let waking: NodeJS.Timeout | undefined
  let arrived: (() => void) | null = null
  const underWay = new Set<Promise<unknown>>()

  const now = (): Instant =>
    Math.min(until, Math.floor(shown + (performance.now() - shownAt) * speed))

  /** Wakes when the next timer is due, or the end of the stretch is there. */
  function arm(): void {
    clearTimeout(waking)
    if (arrived === null) return
    const next = Math.min(until, ...[...timers].map(({ due }) => due))
    waking = setTimeout(ring, Math.max(0, next - now()) / speed)
  }

  function ring(): void {
    const at = now()
    const due = [...timers].filter((timer) => timer.due <= at).toSorted((a, b) => a.due - b.due)
    for (const timer of due) {
      if (!timers.has(timer)) continue
      if (timer.every === null) timers.delete(timer)
      // What was missed is not caught up with.
      else timer.due = Math.max(timer.due, at - timer.every) + timer.every
      begin(timer.callback)
    }
    if (at >= until && arrived !== null) {
      // What is still being done when the day goes on would come later than it does on a quick machine.
      if (underWay.size === 0) arrived()
      else void Promise.all(underWay).then(arrived)
      arrived = null
    }
    arm()
  }

  function begin(callback: () => unknown): void {
    const work = callback()
    if (!(work instanceof Promise)) return
    const done: Promise<unknown> = work.finally(() => underWay.delete(done))
    underWay.add(done)
  }

  function set(timer: Timer): () => void {
    timers.add(timer)
    arm()
    return () => void timers.delete(timer)
  }

  return {
    now,
    after: (ms, callback) => set({ due: now() + ms, every: null, callback }),
    every: (ms, callback) => set({ due: now() + ms, every: ms, callback }),
    goUntil: (next) =>
      new Promise((resolve) => {
        shown = now()
        shownAt = performance.now()
        until = Math.max(until, next)
        arrived = resolve
        arm()
      }),
  }
}
