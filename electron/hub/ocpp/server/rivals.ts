import type { ChargerLink } from './charger-link.ts'

/**
 * Decides between the socket that a charge point id has and newer ones, all with the right password. The old
 * one stays while it pongs, so that nobody evicts a charger at work; otherwise the newest takes its place.
 */
export interface Rivals {
  /**
   * What becomes of a newcomer, once that is known: it may take the place of `current`; or that one is alive; or
   * it is dead, but of several newcomers that waited this one is not the newest.
   */
  contend(current: ChargerLink): Promise<Verdict>
}

export type Verdict = 'replace' | 'alive' | 'outrun'

interface Contest {
  newest: number
  readonly alive: Promise<boolean>
}

export function rivals(pongMs: number): Rivals {
  const contests = new Map<ChargerLink, Contest>()
  let count = 0
  return {
    async contend(current) {
      count += 1
      const mine = count
      let contest = contests.get(current)
      if (contest === undefined) {
        const alive = current.probe(pongMs).finally(() => contests.delete(current))
        contest = { newest: mine, alive }
        contests.set(current, contest)
      }
      contest.newest = mine
      if (await contest.alive) return 'alive'
      return contest.newest === mine ? 'replace' : 'outrun'
    },
  }
}
