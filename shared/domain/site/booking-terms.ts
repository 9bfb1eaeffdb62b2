import { z } from 'zod'
import { openingHours } from './opening-hours.ts'

const minutes = (most: number) => z.int().min(0).max(most)

/** The site's own terms for bookings. */
export const bookingTerms = z.strictObject({
  openingHours: openingHours.nullable().describe('Null: always open'),
  turnaroundMin: minutes(240).describe('Between one departure and the next arrival on a connector'),
  graceMin: minutes(1_440).describe('So long after its arrival time a booking waits for its car'),
  reserveAheadMin: minutes(240).describe(
    'So long before the arrival the charger is told to reserve',
  ),
  walkUpStayMin: z
    .int()
    .min(15)
    .max(1_440)
    .describe('How long a car without a booking is thought to stay'),
})
export type BookingTerms = z.infer<typeof bookingTerms>

/** What a site begins with. */
export const firstTerms: BookingTerms = {
  openingHours: null,
  turnaroundMin: 0,
  graceMin: 30,
  reserveAheadMin: 15,
  walkUpStayMin: 120,
}
