import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { connectorStandard } from '../connector/equipment.ts'
import { id } from '../id/id.ts'
import { criticalStretch } from '../planning/stored-plan.ts'

/** Which other booking is in the way, with enough of it to be named without asking. */
const otherBooking = {
  bookingId: id,
  plate: z.string().describe('As shown on its bar; empty when it has none'),
  arrivesAt: instant,
  departsAt: instant,
}

/** Why a booking can't be so, each naming what is in the way. */
export const bookingRefusal = z.discriminatedUnion('code', [
  z.object({ code: z.literal('departureBeforeArrival') }),
  z.object({ code: z.literal('tooLong'), mostMs: z.int() }),
  z.object({ code: z.literal('inThePast'), now: instant }),
  z.object({ code: z.literal('overlaps'), ...otherBooking, turnaroundMs: z.int() }),
  z.object({ code: z.literal('vehicleElsewhere'), ...otherBooking }),
  z.object({
    code: z.literal('plugDoesNotFit'),
    has: connectorStandard,
    takes: z.array(connectorStandard),
  }),
  z.object({ code: z.literal('noPower') }).describe('The vehicle takes nothing of what comes out'),
  z.object({ code: z.literal('outOfService'), stationId: id, connectorId: z.int() }),
  z.object({ code: z.literal('noSuchConnector'), stationId: id, connectorId: z.int() }),
  z.object({
    code: z.literal('needImpossible'),
    needWh: z.int(),
    mostWh: z.int().describe('What can flow within the window'),
    powerW: z.int(),
  }),
  z
    .object({
      code: z.literal('gridFull'),
      shortWh: z.int().describe('How much of what is promised couldn’t be kept'),
      stretches: z
        .array(criticalStretch)
        .describe('When there is too little, and on which feeders'),
      feeders: z.array(z.string()).describe('Their names'),
      bookings: z.array(z.object(otherBooking)).describe('Who charges then, some of them'),
    })
    .describe('With it not every promise could be kept'),
  z.object({
    code: z.literal('closed'),
    at: z.enum(['arrival', 'departure']),
    opensAt: instant.nullable().describe('When the gate opens next; null when it never does'),
  }),
  z.object({ code: z.literal('hasArrived') }).describe('Its car is there, so that can’t change'),
  z.object({ code: z.literal('notPresent') }).describe('Its car is not there'),
  z.object({ code: z.literal('ended'), state: z.enum(['left', 'noShow', 'cancelled']) }),
  z.object({ code: z.literal('charging') }).describe('It charges; stop that first'),
  z.object({ code: z.literal('unplaced') }).describe('It has no connector yet'),
  z.object({ code: z.literal('splitOutside') }).describe('It can be split only within its window'),
  z.object({
    code: z.literal('changedSince'),
    revision: z.int(),
    plate: z.string(),
    arrivesAt: instant,
    departsAt: instant,
  }),
  z.object({ code: z.literal('noSuchBooking') }).describe('It is not there, or not any more'),
  z.object({ code: z.literal('noSuchVehicle'), vehicleId: id }),
  z.object({ code: z.literal('noSuchCustomer'), customerId: id }),
])
export type BookingRefusal = z.infer<typeof bookingRefusal>
export type BookingRefusalCode = BookingRefusal['code']

/** Where and when it would fit instead. */
export const alternative = z.object({
  stationId: id,
  connectorId: z.int(),
  arrivesAt: instant,
  departsAt: instant,
})
export type Alternative = z.infer<typeof alternative>
