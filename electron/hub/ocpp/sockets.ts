import type { Id } from '../../../shared/domain/id/id.ts'
import type { ConnectedCharger } from './server/desk.ts'

/** The open sockets by whom they belong to, and what is known of each while it lasts. */
export interface Sockets {
  add(charger: ConnectedCharger): void
  remove(charger: ConnectedCharger): void
  ofStation(stationId: Id): ConnectedCharger | undefined
  /** Each station that is connected, with its socket; those that come meanwhile too. */
  stations(): Iterator<[Id, ConnectedCharger]>
  stationCount(): number
  ofCandidate(candidateId: Id): ConnectedCharger | undefined
  candidates(): readonly Id[]
  /** The socket now belongs to whom `charger.admitted` says. */
  moved(charger: ConnectedCharger, candidateId: Id): void
  markBooted(charger: ConnectedCharger): void
  hasBooted(charger: ConnectedCharger): boolean
}

export function sockets(): Sockets {
  const byStation = new Map<Id, ConnectedCharger>()
  const byCandidate = new Map<Id, ConnectedCharger>()
  const booted = new WeakSet<ConnectedCharger>()

  const add = (charger: ConnectedCharger): void => {
    const { admitted } = charger
    if (admitted.kind === 'station') byStation.set(admitted.stationId, charger)
    else byCandidate.set(admitted.candidateId, charger)
  }
  return {
    add,
    remove(charger) {
      const { admitted } = charger
      if (admitted.kind === 'station') {
        if (byStation.get(admitted.stationId) === charger) byStation.delete(admitted.stationId)
      } else if (byCandidate.get(admitted.candidateId) === charger) {
        byCandidate.delete(admitted.candidateId)
      }
    },
    ofStation: (stationId) => byStation.get(stationId),
    stations: () => byStation.entries(),
    stationCount: () => byStation.size,
    ofCandidate: (candidateId) => byCandidate.get(candidateId),
    candidates: () => [...byCandidate.keys()],
    moved(charger, candidateId) {
      byCandidate.delete(candidateId)
      add(charger)
    },
    markBooted: (charger) => void booted.add(charger),
    hasBooted: (charger) => booted.has(charger),
  }
}
