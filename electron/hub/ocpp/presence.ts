import { MINUTE } from '../../../shared/time/instant.ts'
import type { Store } from '../store/store.ts'
import type { ConnectedCharger, Departure } from './server/desk.ts'
import type { Timers } from './server/timers.ts'
import type { Sockets } from './sockets.ts'
import { clearAlarm, raiseAlarm } from '../alarm/raise.ts'

/** A station that stays away so long is worth an alarm; most reconnect sooner. */
const MISSED_AFTER_MS = MINUTE

/** Writes down who is there. */
export interface Presence {
  arrived(charger: ConnectedCharger): void
  left(charger: ConnectedCharger, departure: Departure): void
  /** No alarms any more: the hub itself is leaving. */
  stop(): void
}

export interface PresenceParts {
  readonly store: Store
  readonly timers: Timers
  readonly sockets: Sockets
  readonly failed: (error: unknown) => void
}

export function presence({ store, timers, sockets, failed }: PresenceParts): Presence {
  let stopped = false
  return {
    stop: () => void (stopped = true),
    arrived(charger) {
      const { admitted, connectedAt, address } = charger
      if (admitted.kind !== 'station') return
      const { stationId } = admitted
      store
        .work('hub', (tx) => {
          tx.update('station', stationId, {
            connection: 'online',
            connectionSince: connectedAt,
            remoteAddress: address,
            ocppVersion: '1.6',
            lastSeenAt: connectedAt,
          })
          clearAlarm(tx, { kind: 'stationOffline', stationId, connectorId: null })
        })
        .catch(failed)
    },
    left(charger, { reason, at }) {
      const { admitted } = charger
      if (admitted.kind === 'candidate') {
        const { candidateId } = admitted
        store
          .work('hub', (tx) => {
            const candidate = tx.get('candidate', candidateId)
            if (candidate?.state !== 'waiting') return
            tx.change('candidate', candidate, { state: 'gone', lastSeenAt: at })
          })
          .catch(failed)
        return
      }
      const { stationId } = admitted
      store
        .work('hub', (tx) => {
          tx.update('station', stationId, {
            connection: 'offline',
            connectionSince: at,
            lastSeenAt: charger.heardAt,
            remoteAddress: null,
          })
          if (reason !== 'badMessages') return
          const words = `closed after too many bad messages from ${charger.address}`
          raiseAlarm(tx, { kind: 'badMessages', stationId, connectorId: null }, words)
        })
        .catch(failed)
      timers.after(MISSED_AFTER_MS, () => {
        if (stopped || sockets.ofStation(stationId) !== undefined) return
        store
          .work('hub', (tx) => {
            const station = tx.get('station', stationId)
            if (station?.connection !== 'offline' || station.retiredAt !== null) return
            raiseAlarm(tx, { kind: 'stationOffline', stationId, connectorId: null }, reason)
          })
          .catch(failed)
      })
    },
  }
}
