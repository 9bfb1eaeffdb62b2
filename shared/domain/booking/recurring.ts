import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'
import { clockTime } from '../vehicle/vehicle.ts'
import { bookingPlan } from './booking.ts'

/** A day by the site's clock, yyyy-mm-dd. */
export const localDate = z.iso.date('Give a day as yyyy-mm-dd.')

const plan = bookingPlan.shape

/** A booking that comes back: on which weekdays, from which to which time of day, and what is booked. */
export const recurringWords = z.strictObject({
  weekdays: z
    .array(z.int().min(1).max(7))
    .min(1, 'Choose at least one weekday.')
    .max(7)
    .describe('ISO 8601: 1 is Monday; the day of the arrival'),
  arrives: clockTime,
  departs: clockTime.describe('On the next day when it is not after the arrival'),
  firstOn: localDate,
  lastOn: localDate.nullable().describe('Null: until further notice'),
  stationId: plan.stationId,
  connectorId: plan.connectorId,
  flexibility: plan.flexibility,
  need: plan.need,
  vehicleId: plan.vehicleId,
  customerId: plan.customerId,
  plate: plan.plate,
  idToken: plan.idToken,
  priority: plan.priority,
  note: plan.note,
})
export type RecurringWords = z.infer<typeof recurringWords>

/** A rule from which bookings are made some weeks ahead; one that was changed by itself is left alone. */
export const recurring = z.object({
  id,
  ...recurringWords.shape,
  endedAt: instant.nullable().describe('Set when the rule was taken back'),
  createdAt: instant,
  updatedAt: instant,
})
export type Recurring = z.infer<typeof recurring>

/** Why a rule can't be so. */
export const recurringRefusalCode = z.enum([
  'lastBeforeFirst',
  'halfAPlace',
  'noSuchConnector',
  'ended',
])
export type RecurringRefusalCode = z.infer<typeof recurringRefusalCode>

/** What of a rule's words contradicts itself; null when nothing does. */
export function faultOfWords({
  firstOn,
  lastOn,
  stationId,
  connectorId,
}: RecurringWords): RecurringRefusalCode | null {
  if (lastOn !== null && lastOn < firstOn) return 'lastBeforeFirst'
  return (stationId === null) === (connectorId === null) ? null : 'halfAPlace'
}
