import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { chargingRateUnit } from '../charging-profile/charging-profile.ts'
import { id } from '../id/id.ts'
import { capability } from './capability.ts'
import { manner } from './manner.ts'
import { follows } from './obedience.ts'

/** A profile that a charger was sent, and what it said. */
export const sentProfile = z.object({
  commandId: id,
  transactionId: id.nullable().describe('The transaction it is for; null where it is for any'),
  stackLevel: z.int(),
  unit: chargingRateUnit,
  numberPhases: z.int(),
  limits: z
    .array(z.tuple([instant, z.int()]))
    .describe('From when how much, tenths: of A on each phase, or of W over all'),
  until: instant.nullable().describe('When it ends by itself'),
  sentAt: instant,
  answer: z
    .enum(['awaited', 'accepted', 'refused', 'lost'])
    .describe('`lost`: the charger may have taken it or not'),
  word: z.string().nullable().describe('The charger’s own word; null until it has answered'),
  answeredAt: instant.nullable(),
})
export type SentProfile = z.infer<typeof sentProfile>

/** What a charger holds for one purpose, and what it was asked to. */
const place = z.object({
  held: sentProfile.nullable().describe('The last that it took'),
  asked: sentProfile.nullable().describe('The last it was sent; null once it is the one held'),
})
export type ProfilePlace = z.infer<typeof place>

/** Nothing was sent. */
export const nothingSent: ProfilePlace = { held: null, asked: null }

/** Why a connector is not told what the plan says. */
export const controlReason = z.enum([
  'notControlled',
  'noLimit',
  'unread',
  'noSmartCharging',
  'refused',
  'ignored',
  'offline',
  'unconfirmed',
])
export type ControlReason = z.infer<typeof controlReason>

/** What is known of a charger itself, and when it was asked. */
export const toldCharger = z.object({
  capability: capability.nullable().describe('As it told it; null until it was read'),
  firmware: z.string().nullable().describe('What it ran then'),
  manner: manner.nullable().describe('How it takes profiles, as far as it was tried'),
  askedAt: instant.nullable().describe('When it was last asked what it can'),
  checkedAt: instant.nullable().describe('When it was last gone through what it holds'),
  lastAt: instant.nullable().describe('When it was last sent a profile'),
  count: z.int().describe('Profiles sent since `since`, a day at most'),
  since: instant,
})
export type ToldCharger = z.infer<typeof toldCharger>

/** How a connector is told what it may draw: one row each, and one with the number 0 for the station itself. */
export const chargingControl = z.object({
  id,
  stationId: id,
  connectorId: z.int().describe('0 is the station itself'),
  charger: toldCharger.nullable().describe('Of the station; null on the rows of its connectors'),
  fallbackDa: z
    .int()
    .nullable()
    .describe('What it may draw by itself, 0.1 A on each phase; of the station its fixed share'),
  standing: place.describe('TxDefaultProfile; of the station ChargePointMaxProfile'),
  live: place.describe('TxProfile'),
  follows,
  followsSince: instant,
  reason: controlReason.nullable().describe('Why it isn’t told what is planned; null when it is'),
  confirmedAt: instant.nullable().describe('When its charger last showed what it holds'),
})
export type ChargingControl = z.infer<typeof chargingControl>

/** A charger that was never asked or told anything. */
export function newCharger(now: number): ToldCharger {
  return {
    capability: null,
    firmware: null,
    manner: null,
    askedAt: null,
    checkedAt: null,
    lastAt: null,
    count: 0,
    since: now,
  }
}

/** A connector of which nothing is known. */
export function newControl(
  rowId: string,
  { stationId, connectorId }: Pick<ChargingControl, 'stationId' | 'connectorId'>,
  now: number,
): ChargingControl {
  return {
    id: rowId,
    stationId,
    connectorId,
    charger: connectorId === 0 ? newCharger(now) : null,
    fallbackDa: null,
    standing: nothingSent,
    live: nothingSent,
    follows: 'unproven',
    followsSince: now,
    reason: 'unread',
    confirmedAt: null,
  }
}
