import { SECOND, type Instant } from '../../../shared/time/instant.ts'
import { StoreUnavailable, type Store } from '../store/store.ts'
import type { ConnectedCharger } from './server/desk.ts'
import type { Timers } from './server/timers.ts'
import type { Sockets } from './sockets.ts'

/** In how many turns of a second each all stations are looked at once. */
const TURNS = 10

/** Stations written in one turn at most; with more than two thousand, a round takes longer. */
const MOST_A_TURN = 200

export interface LastSeenParts {
  readonly store: Store
  readonly timers: Timers
  readonly sockets: Sockets
  readonly failed: (error: unknown) => void
}

/**
 * Writes down when each station was last heard of, pongs included: one unit a second for those whose turn it is, so
 * that no message costs a write for it. @returns a function that stops it
 */
export function writeLastSeen({ store, timers, sockets, failed }: LastSeenParts): () => void {
  const written = new WeakMap<ConnectedCharger, Instant>()
  let round = sockets.stations()

  const turn = (): Map<string, Instant> => {
    const heard = new Map<string, Instant>()
    const most = Math.min(MOST_A_TURN, Math.ceil(sockets.stationCount() / TURNS))
    for (let looked = 0; looked < most; looked += 1) {
      const next = round.next()
      if (next.done === true) {
        round = sockets.stations()
        break
      }
      const [stationId, charger] = next.value
      const { heardAt } = charger
      if (heardAt <= (written.get(charger) ?? charger.connectedAt)) continue
      written.set(charger, heardAt)
      heard.set(stationId, heardAt)
    }
    return heard
  }

  return timers.every(SECOND, () => {
    const heard = turn()
    if (heard.size === 0) return
    store
      .work('hub', (tx) => {
        for (const [stationId, lastSeenAt] of heard) tx.update('station', stationId, { lastSeenAt })
      })
      .catch((error: unknown) => {
        // A full disk is told elsewhere, not once a second.
        if (!(error instanceof StoreUnavailable)) failed(error)
      })
  })
}
