import type { Id } from '../../shared/domain/id/id.ts'

/** What the hub's rooms may ask of the chargers' sockets; `ocpp/` offers it, `hub.ts` hands it round. */
export interface Chargers {
  /** Open sockets, candidates included. */
  connected(): number
  isConnected(stationId: Id): boolean
  /** Whether the station's open socket came in with one of its keys. */
  hasShownKey(stationId: Id): boolean
  /** Closes the station's socket, if there is one; it may connect again if its key still fits. */
  disconnect(stationId: Id, why: string): void
  /** Closes the sockets of chargers that wait to be adopted: one of them, or all. */
  disconnectCandidate(candidateId: Id | 'all', why: string): void
  /** The candidate's socket becomes the station's as it is, without reconnecting. False when it is gone. */
  promote(candidateId: Id, stationId: Id, keyShown: boolean): boolean
  /**
   * Says that commands wait for that station. `secret` holds the payload of one whose row masks it
   * (a new AuthorizationKey): it is kept in memory only and forgotten when the hub ends.
   */
  wake(stationId: Id, secret?: { commandId: Id; payload: Record<string, unknown> }): void
  /** The command was withdrawn: what is kept of it in memory goes. */
  forget(commandId: Id): void
}
