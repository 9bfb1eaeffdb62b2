import type { WireLimits } from '../wire/wire.ts'

/** What the server allows, all of it changeable by who starts it. */
export interface Limits extends WireLimits {
  /** A charger's calls in hand at once; beyond, its socket isn't read. */
  readonly callsInHand: number
  /** Bad messages in a row before the socket is closed with 1008. */
  readonly badMessagesInARow: number
  /** Our calls waiting for one charger. */
  readonly callsWaiting: number
  readonly callTimeoutMs: number
  /** Every socket is pinged once in this time; it is dead when nothing has come from it by the next ping. */
  readonly pingEveryMs: number
  /** How long an older socket has to pong before a newer one with the same id takes its place. */
  readonly rivalPongMs: number
}

export const defaultLimits: Limits = {
  maxPayloadBytes: 256 * 1024,
  callsInHand: 64,
  badMessagesInARow: 50,
  callsWaiting: 50,
  callTimeoutMs: 30_000,
  pingEveryMs: 25_000,
  rivalPongMs: 5_000,
  unreadBytes: 1024 * 1024,
}
