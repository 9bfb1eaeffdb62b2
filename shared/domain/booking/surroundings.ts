import type { Instant } from '../../time/instant.ts'
import type { BookingTerms } from '../site/booking-terms.ts'
import type { Vehicle } from '../vehicle/vehicle.ts'
import type { Bay } from './bay.ts'
import type { Occupancy } from './occupancy.ts'

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
}
