import type { Settled } from '../bill/make-final.ts'
import type { StripeSide } from '../payment/stripe-side.ts'
import type { BookingRooms } from '../promises.ts'

/** What of the hub's other rooms a walk-up has to do with. */
export interface WalkUpRooms extends BookingRooms {
  readonly side: StripeSide
  /** Told of each bill that becomes final or void. */
  readonly settled: Settled
}
