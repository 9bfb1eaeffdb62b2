import type { DoorState } from '../../../shared/domain/driver-door/driver-door.ts'

/** The door through which phones come in. */
export interface DriverDoor {
  state(): DoorState
  /** Where phones reach the page, without a path, the best first; null while it is closed. */
  origin(): string | null
  /** Closes it and opens it as its row now says. It fails softly: what is in its way is in the state. */
  reopen(): Promise<DoorState>
  close(): Promise<void>
}

/** A door that nobody comes in by. */
export const closedDoor: DriverDoor = {
  state: () => ({
    ...{ state: 'closed', fault: null, urls: [], listensAt: null, certUntil: null },
    ...{ watched: 0, turnedAway: 0 },
  }),
  origin: () => null,
  reopen: async () => closedDoor.state(),
  close: async () => undefined,
}
