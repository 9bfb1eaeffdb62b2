import type { ChargerLink } from './charger-link.ts'
import type { Timers } from './timers.ts'

/** How often the wheel turns on by one slot. */
const SLOT_MS = 1_000

/**
 * Pings every link once in `pingEveryMs`, from one timer for all of them. A link from which nothing has come
 * since its last ping is dead: a charger that lost its power sends no close.
 */
export interface Liveness {
  add(link: ChargerLink): void
  remove(link: ChargerLink): void
  stop(): void
}

export function liveness(timers: Timers, pingEveryMs: number): Liveness {
  const size = Math.max(1, Math.ceil(pingEveryMs / SLOT_MS))
  const slots: Set<ChargerLink>[] = Array.from({ length: size }, () => new Set())
  const slotOf = new WeakMap<ChargerLink, Set<ChargerLink>>()
  let turn = 0
  let next = 0

  const stop = timers.every(SLOT_MS, () => {
    turn = (turn + 1) % size
    for (const link of slots[turn] ?? []) {
      if (link.heardFrom || link.paused) {
        link.heardFrom = false
        link.ping()
      } else {
        link.terminate('dead')
      }
    }
  })

  return {
    add(link) {
      // Spread evenly, so that a site that comes back at once isn't pinged at once for ever.
      next = (next + 1) % size
      const slot = slots[next]
      slot?.add(link)
      if (slot !== undefined) slotOf.set(link, slot)
    },
    remove(link) {
      slotOf.get(link)?.delete(link)
    },
    stop,
  }
}
