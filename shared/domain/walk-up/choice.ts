import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { amountMinor, settlement } from '../bill/bill.ts'
import { bookingState, plateText } from '../booking/booking.ts'
import { alternative, bookingRefusal } from '../booking/refusal.ts'
import { equipment } from '../connector/equipment.ts'
import { id } from '../id/id.ts'
import { stayPrice } from '../offer/offer.ts'
import { paymentMeans } from '../payment/payment.ts'
import { tariffWords } from '../tariff/words.ts'
import { walkUpNeed } from './need.ts'
import { walkUpPayKind } from './pay.ts'

const place = { stationId: id, connectorId: z.int() }

/** What can be promised to a car on a connector that comes now: when it is done, and what it costs. */
export const walkUpPromise = z.object({
  departsAt: instant.describe('By then it has what it needs'),
  energyWh: z.int().nullable().describe('Guaranteed; null where it takes what it can get'),
  thoughtWh: z.int().describe('What it is thought to take'),
  price: stayPrice.nullable().describe('Thought of as planned; null where no price is set'),
  holdMinor: amountMinor.nullable().describe('What a hold would be; null where none is needed'),
})
export type WalkUpPromise = z.infer<typeof walkUpPromise>

/** A promise, or what is in its way. */
export const promised = z.object({
  promise: walkUpPromise.nullable(),
  refusals: z.array(bookingRefusal),
  alternatives: z.array(alternative),
})
export type Promised = z.infer<typeof promised>

/** A connector that a car may come to now, as the desk offers it. */
export const walkUpPlace = z.object({
  ...place,
  ...equipment.shape,
  powerW: z.int().nullable().describe('What that car gets there at most; null when not known'),
  isPluggedIn: z.boolean().describe('A car is plugged in there already and does not charge yet'),
  pluggedInAt: instant.nullable().describe('When the charger said so'),
  isOffline: z.boolean().describe('Its charger is not connected, so it can’t be started'),
  freeUntil: instant.nullable().describe('When it is booked next; null when it is not'),
  words: tariffWords.nullable().describe('Its price in words’ data; null where no price is set'),
  promised: promised
    .nullable()
    .describe('For what is wanted, of the first places only; ask `promise` for the others'),
})
export type WalkUpPlace = z.infer<typeof walkUpPlace>

/** What somebody chose the last time. */
export const lastChoice = z.object({
  ...place,
  at: instant,
  need: walkUpNeed.describe('One `until` a time of day is told as `full`'),
  pays: walkUpPayKind,
  means: paymentMeans.nullable(),
  phone: z.string(),
})
export type LastChoice = z.infer<typeof lastChoice>

/** A booking of that car. */
const ofCar = z.object({ bookingId: id, ...place, state: bookingState, arrivesAt: instant })

/** Who stands at the desk, as far as the plate tells. */
export const walkUpWho = z.object({
  plate: plateText.describe('As it is written on the site’s vehicle, or as it was told'),
  vehicleId: id.nullable(),
  customerId: id.nullable(),
  customerName: z.string(),
  settlement: settlement.nullable().describe('Who pays, by the tariff of the first place'),
  visits: z.int().describe('How often it was taken in at the desk before, counted up to 10'),
  last: lastChoice.nullable().describe('What it chose the last time; a regular’s Enter takes it'),
  here: ofCar.nullable().describe('It stands here already'),
  booked: ofCar
    .extend({ stationId: id.nullable(), connectorId: z.int().nullable() })
    .nullable()
    .describe('It has a booking for today'),
})
export type WalkUpWho = z.infer<typeof walkUpWho>
