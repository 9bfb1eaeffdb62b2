import type { Instant } from '../../time/instant.ts'
import type { BookingTerms } from '../site/booking-terms.ts'
import type { Vehicle } from '../vehicle/vehicle.ts'
import type { CriticalStretch } from '../planning/stored-plan.ts'
import type { Bay } from './bay.ts'
import type { Booking } from './booking.ts'
import type { Occupancy } from './occupancy.ts'

/** Why a booking's energy can't be promised: how much is short, when and where, and who charges then. */
export interface GridShortage {
  readonly shortWh: number
  readonly stretches: readonly CriticalStretch[]
  /** The names of the feeders in `stretches`. */
  readonly feeders: readonly string[]
  readonly bookingIds: readonly string[]
}

/** What the grid can promise. */
export interface GridPromises {
  /** What is short when that booking is promised beside the others in the occupancy; null when nothing is. */
  shortageFor(booking: Booking): GridShortage | null
}

/** All that a decision on bookings looks at. */
export interface Surroundings {
  readonly now: Instant
  /** The site's, IANA. */
  readonly timeZone: string
  readonly terms: BookingTerms
  readonly occupancy: Occupancy
  bay(stationId: string, connectorId: number): Bay | undefined
  /** Every connector, in the order people see them. */
  bays(): Iterable<Bay>
  vehicle(vehicleId: string): Vehicle | undefined
  hasCustomer(customerId: string): boolean
  /** Null while no limit of the grid is known: then there is nothing to prove. */
  readonly grid: GridPromises | null
}
