import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'
import { connectorStandard } from '../connector/equipment.ts'

/** A time of day by the site's clock, hh:mm. */
export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time of day as hh:mm, such as 05:30.')

/** What people tell of a vehicle. */
export const vehicleWords = z.strictObject({
  plate: z.string().trim().min(1, 'Give the plate.').max(20),
  name: z.string().trim().max(80).describe('What the depot calls it; empty when only by its plate'),
  customerId: id.nullable().describe('Whose it is'),
  batteryWh: z.int().min(1_000).max(2_000_000).nullable(),
  maxAcW: z
    .int()
    .min(0)
    .max(100_000)
    .nullable()
    .describe('Null when not told, 0 when it takes no AC'),
  maxDcW: z
    .int()
    .min(0)
    .max(1_500_000)
    .nullable()
    .describe('Null when not told, 0 when it takes no DC'),
  acPhases: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
  resumes: z
    .boolean()
    .describe('Whether it charges on after it was paused; one that doesn’t is never paused'),
  standards: z
    .array(connectorStandard)
    .max(8)
    .describe('The plugs it takes (OCPI ConnectorType); empty when not told'),
  departsAt: clockTime.nullable().describe('When it usually has to be ready'),
  costCentre: z.string().trim().max(40),
  note: z.string().max(2_000),
})
export type VehicleWords = z.infer<typeof vehicleWords>

/** A vehicle that charges here. */
export const vehicle = z.object({
  id,
  ...vehicleWords.shape,
  archivedAt: instant.nullable().describe('Set when it doesn’t come any more; its history stays'),
  mergedInto: id.nullable().describe('The vehicle it turned out to be'),
  createdAt: instant,
  updatedAt: instant,
})
export type Vehicle = z.infer<typeof vehicle>
