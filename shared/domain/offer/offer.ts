import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { amountMinor } from '../bill/bill.ts'
import { energyNeed } from '../booking/need.ts'
import { id } from '../id/id.ts'

/** What somebody who wants to charge cares for most. */
export const offerOrder = z.enum(['soonest', 'cheapest', 'gentlest'])
export type OfferOrder = z.infer<typeof offerOrder>

/** What is wanted: how much, and between when and when. */
export const offerWish = z.strictObject({
  need: energyNeed.nullable().default(null).describe('Null: as much as there is time for'),
  arrivesFrom: instant.describe('Not before'),
  departsBy: instant.describe('Not after'),
  stayMs: z
    .int()
    .min(5 * 60_000)
    .optional()
    .describe('How long the car is to stand there; as long as it takes when left out'),
  vehicleId: id.nullable().default(null),
  stationId: id.optional().describe('Only there'),
  connectorId: z.int().optional().describe('Only at that connector of the station'),
  bookingId: id.optional().describe('A booking that is there already and would be moved'),
  order: offerOrder.default('soonest'),
  limit: z.coerce.number().int().min(1).max(50).default(12),
})
export type OfferWish = z.infer<typeof offerWish>

/** The same without how much is shown of what is found. */
export type WishedStay = Omit<OfferWish, 'order' | 'limit'>

/** A window that can be promised with every accepted promise kept. */
export const offer = z.object({
  stationId: id,
  connectorId: z.int(),
  arrivesAt: instant,
  departsAt: instant,
  energyWh: z.int().describe('Guaranteed'),
  costMinor: z
    .int()
    .nullable()
    .describe('What its energy costs the site as planned, minor units; null without prices'),
  peakChangeW: z
    .int()
    .describe('How much higher the site’s peak of these days would be, W; 0 for none'),
})
export type Offer = z.infer<typeof offer>

/** What a stay would cost whoever charges, tax included. */
export const stayPrice = z.object({
  inclMinor: amountMinor,
  currency: z.string().describe('ISO 4217'),
})
export type StayPrice = z.infer<typeof stayPrice>

/** An offer with what it would cost. */
export const pricedOffer = offer.extend({
  price: stayPrice.nullable().describe('By the tariff that holds then; null where no price is set'),
})
export type PricedOffer = z.infer<typeof pricedOffer>
