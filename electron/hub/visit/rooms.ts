import type { WalkUpRooms } from '../walk-up/rooms.ts'

/** What of the hub's other rooms a visit has to do with. */
export interface VisitRooms extends WalkUpRooms {
  readonly hubSecret: string
}
