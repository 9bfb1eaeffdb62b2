import type { Occupancy } from '../../shared/domain/booking/occupancy.ts'
import type { GridPromises } from '../../shared/domain/booking/surroundings.ts'
import type { Chargers } from './chargers.ts'
import type { Writes } from './store/writes.ts'

/** What the hub's rooms may ask of the grid; `planning/` offers it, `hub.ts` hands it round. */
export interface Promises {
  /**
   * An occupancy as the unit of work finds it, with what the grid can promise: what is put into the occupancy is
   * asked of the grid from then on. It is good until the unit returns.
   */
  following(tx: Writes, occupancy: Occupancy): Promised
  /** The same over rows that are only looked at, such as those of an import that is not written yet. */
  beside(occupancy: Occupancy): Promised
}

/** An occupancy and the grid that follows it; null while no limit is known. */
export interface Promised {
  readonly occupancy: Occupancy
  readonly grid: GridPromises | null
}

/** What of the hub's other rooms bookings have to do with. */
export interface BookingRooms {
  readonly chargers: Chargers
  readonly promises: Promises
}
