import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { amountMinor } from '../bill/bill.ts'
import { equipment } from '../connector/equipment.ts'
import { stayPrice } from '../offer/offer.ts'
import { moneyMode } from '../payment/payment.ts'
import { tariffWords } from '../tariff/words.ts'
import { houseRulesWords } from './house-rules.ts'

/** What stands on a connector's sign and in its QR: names it, and tells nothing of its charger. */
export const placeCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{6}$/)

/** What a driver sees of a connector. */
export const placeView = z.object({
  code: placeCode,
  name: z.string().describe('As people name it, such as A1, or A1 · 2'),
  ...equipment.shape,
})
export type PlaceView = z.infer<typeof placeView>

/** How a connector is, for whoever comes by: nothing of who has it. */
export const placeNow = placeView.extend({
  state: z.enum(['free', 'taken', 'outOfService']),
  isPluggedIn: z.boolean().describe('A car is plugged in there and does not charge yet'),
  freeUntil: instant.nullable().describe('Free, and booked from then on; null: not booked'),
  freeAt: instant.nullable().describe('Taken, and thought to be free then; null: nobody knows'),
  words: z.int().nullable().describe('Which of the site’s prices; null where no price is set'),
})
export type PlaceNow = z.infer<typeof placeNow>

/** The site as whoever comes by sees it. */
export const siteView = z.object({
  name: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  now: instant.describe('By the hub’s clock'),
  mode: moneyMode.or(z.literal('none')).describe('Where money is moved; none: not by card'),
  notice: z.object({ en: z.string(), sv: z.string() }),
  rules: houseRulesWords.pick({
    takesNow: true,
    takesAhead: true,
    takesWaiting: true,
    paysOnline: true,
    paysAtDesk: true,
    depositPct: true,
    leadMin: true,
    aheadDays: true,
    leastStayMin: true,
    mostStayMin: true,
    holdMin: true,
    cancelFreeMin: true,
  }),
  places: z.array(placeNow).describe('By name'),
  prices: z.array(tariffWords).describe('Of all places, each once'),
  flexiblePrices: z
    .array(tariffWords)
    .describe(
      'For who lets the site choose the hours, in the places’ order of prices; empty: no other',
    ),
  waiting: z.int().describe('How many are in line'),
})
export type SiteView = z.infer<typeof siteView>

/** What an offer is good for: a driver is shown the best of each. */
export const offerLabel = z.enum(['soonest', 'cheapest', 'gentlest', 'flexible'])
export type OfferLabel = z.infer<typeof offerLabel>

/** A window that can be promised, as a driver is offered it. */
export const visitOffer = z.object({
  labels: z.array(offerLabel).describe('What it is the best of; empty: one of the others'),
  place: placeView,
  arrivesAt: instant,
  departsAt: instant,
  energyWh: z.int().describe('Guaranteed'),
  isFlexible: z.boolean().describe('The site chooses when within the window it charges'),
  price: stayPrice.nullable().describe('Null where no price is set: it costs nothing'),
  depositMinor: amountMinor.describe('To be paid while booking; 0: nothing'),
  words: tariffWords.nullable(),
})
export type VisitOffer = z.infer<typeof visitOffer>
