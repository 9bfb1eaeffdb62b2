import type { Rest } from '../fixtures/hub-process.ts'
import { MINUTE } from '../../shared/time/instant.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { Day } from './scenario.ts'

/** Who sits at the desk: sets the temporary limit when it begins, and looks now and then how it will go. */
export type Desk = {
  at: (now: Instant) => void
  /** Resolves when everything that was asked of the hub is answered. */
  idle: () => Promise<void>
}

const LOOKS_EVERY_MS = 15 * MINUTE

/** @param tellsLimit whether the hub is told of the temporary limit */
export function deskOf(
  rest: Rest,
  day: Day,
  { tellsLimit, looks }: { tellsLimit: boolean; looks: boolean },
  trouble: (what: string) => void,
): Desk {
  const { limitW, from, until } = day.temporary
  const underWay = new Set<Promise<void>>()
  let isLimitSet = false
  let lookedAt = day.from

  const ask = (what: string, method: string, path: string, body?: object): void => {
    const watched = rest(method, path, body)
      .then(
        () => undefined,
        (error: unknown) => trouble(`${what}: ${String(error)}`),
      )
      .finally(() => underWay.delete(watched))
    underWay.add(watched)
  }
  return {
    at(now) {
      if (tellsLimit && !isLimitSet && now >= from) {
        isLimitSet = true
        ask('the limit', 'POST', '/limits', { limitW, until, reason: 'asked for by the grid' })
      }
      if (looks && now >= lookedAt + LOOKS_EVERY_MS) {
        lookedAt = now
        ask('the outlook', 'GET', `/planning/outlook?from=${now}&until=${day.until}`)
      }
    },
    idle: async () => void (await Promise.all(underWay)),
  }
}
