import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { settlement } from '../bill/bill.ts'
import { id } from '../id/id.ts'
import { idTokenText } from '../id-token/id-token.ts'
import { tariffShape } from './ocpi-tariff.ts'

export const tariffName = z.string().trim().min(1, 'Give the tariff a name.').max(80)

/** A tariff under the name that people know it by; what it costs is in its versions. */
export const tariff = z.object({
  id,
  name: tariffName,
  archivedAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
})
export type Tariff = z.infer<typeof tariff>

/** A day at most: whoever stays longer parks. */
export const idleGraceMin = z.int().min(0).max(1_440)

/** What a version says: it is all that is priced by. */
export const tariffVersionWords = z.strictObject({
  ocpi: tariffShape.describe('As OCPI 2.3 has it, without its id and dates: those are ours'),
  idleGraceMin: idleGraceMin.describe(
    'Minutes after charging ends that aren’t parking; OCPI knows no such thing',
  ),
})
export type TariffVersionWords = z.infer<typeof tariffVersionWords>

/**
 * A tariff as it is from an instant on. Once that has come it is never changed: a stay keeps the version that held when
 * it began.
 */
export const tariffVersion = z.object({
  id,
  tariffId: id,
  version: z.int().min(1),
  validFrom: instant,
  validUntil: instant.nullable().describe('Null: until a later version holds'),
  ...tariffVersionWords.shape,
  createdAt: instant,
})
export type TariffVersion = z.infer<typeof tariffVersion>

const minuteOfDay = z.int().min(0).max(1_440)

/** Hours of certain days, by the site's clock; those that end by the time they begin end the day after. */
export const weeklyWindow = z.strictObject({
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).describe('ISO 8601: 1 is Monday'),
  from: minuteOfDay,
  until: minuteOfDay,
})
export type WeeklyWindow = z.infer<typeof weeklyWindow>

/** Whom and what a tariff is for: a stay has to fit all that is told. With nothing told it is the whole site's. */
export const tariffScope = z.strictObject({
  stationId: id.nullable(),
  connectorId: z.int().min(1).max(1_000).nullable().describe('Of the station, by OCPP number'),
  customerId: id.nullable(),
  customerGroup: z.string().trim().min(1).max(60).nullable(),
  idToken: idTokenText.nullable(),
  isFlexible: z
    .literal(true, 'Give true, or leave it out: then it is for flexible and other drivers alike.')
    .nullable()
    .describe('True: only for drivers who let the site choose the hours'),
  hours: z
    .array(weeklyWindow)
    .min(1, 'Give at least one window, or leave the hours out.')
    .max(50)
    .nullable()
    .describe('When the stay begins'),
})
export type TariffScope = z.infer<typeof tariffScope>

/** That a tariff is for these stays, and how they are settled. */
export const tariffAssignment = z.object({
  id,
  tariffId: id,
  ...tariffScope.shape,
  settlement: settlement.nullable().describe('Null: a fleet by invoice, others on the spot'),
  createdAt: instant,
})
export type TariffAssignment = z.infer<typeof tariffAssignment>
