import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'
import { idTokenText } from '../id-token/id-token.ts'
import { energyNeed } from './need.ts'

/**
 * A booking's life: asked for, agreed to, the car is there, it charges, it has charged and still stands there, it is
 * gone; or it never came, or was taken back.
 */
export const bookingState = z.enum([
  'requested',
  'confirmed',
  'arrived',
  'charging',
  'finished',
  'left',
  'noShow',
  'cancelled',
])
export type BookingState = z.infer<typeof bookingState>

/** Who goes first when not all can. */
export const bookingPriority = z.enum(['low', 'normal', 'high'])
export type BookingPriority = z.infer<typeof bookingPriority>

/** Whether the window may be shifted for the sake of others: `flexible` up to `latestDepartsAt`. */
export const flexibility = z.enum(['fixed', 'flexible'])
export type Flexibility = z.infer<typeof flexibility>

/** How a booking came to be. `walkUp`: a car was plugged in without one; `driver`: its driver booked it from a phone. */
export const bookingOrigin = z.enum(['desk', 'api', 'import', 'recurring', 'walkUp', 'driver'])
export type BookingOrigin = z.infer<typeof bookingOrigin>

/**
 * The reservation of the connector at the charger (OCPP 1.6 §5.13): not wanted yet or not possible, asked for, held,
 * refused by the charger in its own word, or given back.
 */
export const reservationState = z.enum(['none', 'requested', 'held', 'refused', 'released'])
export type ReservationState = z.infer<typeof reservationState>

const connectorNumber = z.int().min(1).max(1_000)

/** A vehicle's plate as people write it. */
export const plateText = z.string().trim().max(20)

/** What is agreed on: where, when, how much, for whom. All of it can be changed and undone. */
export const bookingPlan = z.object({
  stationId: id.nullable().describe('Null while it has no place yet'),
  connectorId: connectorNumber.nullable().describe('OCPP connector number; null with the station'),
  arrivesAt: instant,
  departsAt: instant,
  latestDepartsAt: instant
    .nullable()
    .describe('For a flexible booking: until when the whole window may be shifted'),
  flexibility,
  need: energyNeed.nullable().describe('Null: as much as there is time for'),
  vehicleId: id.nullable(),
  customerId: id.nullable(),
  plate: plateText.describe('Of a car that is none of our vehicles; empty when not told'),
  idToken: idTokenText.nullable().describe('What the driver will show; a vehicle’s own count too'),
  priority: bookingPriority,
  note: z.string().max(2_000),
})
export type BookingPlan = z.infer<typeof bookingPlan>

/** Why somebody takes in a booking that can’t be promised, for the journal. */
export const overbookReason = z
  .string()
  .trim()
  .min(1, 'Say why it is taken in although it can’t be promised.')
  .max(200)

/** A window of time on a connector that is promised to somebody. */
export const booking = z.object({
  id,
  ...bookingPlan.shape,
  state: bookingState,
  origin: bookingOrigin,
  overbooked: overbookReason
    .nullable()
    .describe(
      'Why it was taken in although its energy can’t be promised; null when it is promised',
    ),
  revision: z
    .int()
    .describe('Counts the changes of what is agreed on; what happens to it does not count'),
  recurringId: id.nullable().describe('The rule that made it'),
  occursOn: z.string().nullable().describe('Which day of the rule, yyyy-mm-dd by the site’s clock'),
  reservationId: z.int().describe('The number a charger knows it by (OCPP 1.6 ReserveNow)'),
  reservation: reservationState,
  transactionId: id.nullable(),
  arrivedAt: instant.nullable(),
  finishedAt: instant.nullable().describe('When the charging ended'),
  leftAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
})
export type Booking = z.infer<typeof booking>
