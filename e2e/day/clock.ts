import { systemTimers, type Timers } from '../../electron/hub/ocpp/server/timers.ts'
import type { Instant } from '../../shared/time/instant.ts'

/** From when on the day runs: at `realAt` by the machine's clock it is `simulatedAt`. */
export type Go = { realAt: number; simulatedAt: Instant }

/** The day's clock: it stands until it is let go, then runs `speed` times as fast as the machine's. */
export type DayClock = Timers & { go: (go: Go) => void }

/** @param standsAt what it shows until then; its timers run at the day's speed from the first */
export function dayClock(standsAt: Instant, speed: number): DayClock {
  let going: Go | null = null
  return {
    now: () => {
      const past = going === null ? 0 : Math.max(0, Date.now() - going.realAt)
      return Math.round((going?.simulatedAt ?? standsAt) + past * speed)
    },
    after: (ms, callback) => systemTimers.after(ms / speed, callback),
    every: (ms, callback) => systemTimers.every(ms / speed, callback),
    go: (go) => (going = go),
  }
}
