import type { Chargers } from '../../chargers.ts'

/** Nobody: what the hub's rooms are told of chargers where none is connected. */
export const noChargers: Chargers = {
  connected: () => 0,
  isConnected: () => false,
  hasShownKey: () => false,
  disconnect: () => undefined,
  disconnectCandidate: () => undefined,
  promote: () => false,
  wake: () => undefined,
  forget: () => undefined,
}
