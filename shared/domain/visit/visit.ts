import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { amountMinor } from '../bill/bill.ts'
import { plateText } from '../booking/booking.ts'
import { id } from '../id/id.ts'
import { phoneText } from '../walk-up/walk-up.ts'
import { visitNeed } from './need.ts'

/** `now` the car is there, or as good as; `ahead` a window is booked beforehand. */
export const visitKind = z.enum(['now', 'ahead'])
export type VisitKind = z.infer<typeof visitKind>

/**
 * A visit's life: `waiting` nothing was free, it is in line; `offered` a place came free and is held for a while;
 * `unpaid` it has a place, held until it is paid; `agreed` it is promised; `over` see `endReason`.
 */
export const visitState = z.enum(['waiting', 'offered', 'unpaid', 'agreed', 'over'])
export type VisitState = z.infer<typeof visitState>

/**
 * `done` the car has been there; `cancelled` the driver did; `byDesk` somebody at the site did; `notPaid` and
 * `notClaimed` the place was held for long enough; `noShow` nobody came; `inVain` nothing came free in time.
 */
export const visitEnd = z.enum([
  'done',
  'cancelled',
  'byDesk',
  'notPaid',
  'notClaimed',
  'noShow',
  'inVain',
])
export type VisitEnd = z.infer<typeof visitEnd>

/** How a driver pays: on Stripe's page while booking, or at the desk. */
export const visitPays = z.enum(['online', 'atDesk'])
export type VisitPays = z.infer<typeof visitPays>

/** An address for letters, or none. */
export const emailText = z.union([
  z.literal(''),
  z.email('Give an e-mail address such as kim@example.com.').max(120),
])

/** The languages that drivers are spoken to in. */
export const visitLanguage = z.enum(['en', 'sv'])
export type VisitLanguage = z.infer<typeof visitLanguage>

/** What was wished for. */
export const visitWish = z.strictObject({
  need: visitNeed,
  arrivesFrom: instant.describe('Not before'),
  departsBy: instant.describe('Not after'),
})
export type VisitWish = z.infer<typeof visitWish>

/** What a booking was before its driver changed it, to go back to where the change isn't paid in time. */
export const visitLapse = z.object({
  until: instant,
  arrivesAt: instant,
  departsAt: instant,
  stationId: id,
  connectorId: z.int(),
  need: visitNeed,
  isFlexible: z.boolean(),
  depositMinor: amountMinor,
})
export type VisitLapse = z.infer<typeof visitLapse>

/** What somebody asked for from a phone. Who has its link may see and change it; the link stands in no row. */
export const visit = z.object({
  id,
  kind: visitKind,
  state: visitState,
  endReason: visitEnd.nullable().describe('Null until it is over'),
  bookingId: id
    .nullable()
    .describe('Null while it waits; a walk-up’s own id where it began at once'),
  wish: visitWish,
  isFlexible: z.boolean().describe('Any time within its window will do, for a better price'),
  plate: plateText,
  phone: phoneText,
  email: emailText,
  language: visitLanguage,
  pays: visitPays,
  depositMinor: amountMinor.describe('To be paid before it is agreed; 0: nothing'),
  holdUntil: instant.nullable().describe('Until when its place is held for payment or a claim'),
  lapse: visitLapse.nullable().describe('A change that is not paid yet'),
  expectedAt: instant.nullable().describe('When the driver says that the car will be there'),
  askedAs: z
    .string()
    .describe('A digest of the secret id that the phone asked under: asked again, it is this one'),
  generation: z.int().describe('Counts its links: the ones before open nothing any more'),
  expiresAt: instant.describe('From then on its link opens nothing'),
  since: instant.describe('Since when it is in its state'),
  createdAt: instant,
  updatedAt: instant,
})
export type Visit = z.infer<typeof visit>

/** The states in which something is still to come of it. */
export const openVisits: ReadonlySet<VisitState> = new Set([
  'waiting',
  'offered',
  'unpaid',
  'agreed',
])
