import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'

/** A stretch of time in which there is too little, and the feeders that are full then; none named: the site itself. */
export const criticalStretch = z.object({
  from: instant,
  until: instant,
  feederIds: z.array(id),
})
export type CriticalStretch = z.infer<typeof criticalStretch>

const watts = z.int()

/** The plan of the whole site as it now stands: one row, renewed whenever something changes. */
export const plan = z.object({
  id: z.literal('plan'),
  plannedAt: instant,
  startsAt: instant.describe('When the first slot begins'),
  slotMs: z.int(),
  baseW: z.array(watts).describe('The building’s own load, W in each slot'),
  limitW: z
    .array(watts)
    .nullable()
    .describe('What may be drawn in each slot, reserve taken off; null while no limit is known'),
  plannedW: z.array(watts).describe('Building and cars together, W in each slot'),
  peakW: watts,
  provenPeakW: watts.describe('No plan that delivers as much has a lower peak'),
  cost: z
    .int()
    .nullable()
    .describe('Of the energy still to come, minor units; null without prices'),
  critical: z.array(criticalStretch).describe('What makes the peak what it is'),
  unmet: z.int().describe('How many cars won’t get what they want'),
})
export type StoredPlan = z.infer<typeof plan>

/** How a car will fare, the best first. */
export const readiness = z.enum(['ready', 'onTime', 'atRisk', 'late', 'waitingForCar'])
export type Readiness = z.infer<typeof readiness>

/** What is planned for one car: a booking's or a walk-up's, under its booking's id. */
export const planLine = z.object({
  id,
  stationId: id,
  connectorId: z.int(),
  transactionId: id.nullable(),
  departsAt: instant,
  promised: z.boolean().describe('Whether its energy is promised'),
  needWh: z.int().nullable().describe('What it wants in all; null: as much as there is time for'),
  remainingWh: z.int().describe('Still to be charged'),
  maxW: watts,
  powers: z
    .array(z.tuple([instant, watts]))
    .describe('From when it is to draw how much, W; the last holds until it departs'),
  readyAt: instant.nullable().describe('When it has all; null when it won’t'),
  shortfallWh: z.int().describe('What it won’t get by its departure'),
  because: z.enum(['window', 'limit']).nullable().describe('Why it falls short'),
  critical: z.array(criticalStretch).describe('Where there is too little for it'),
})
export type PlanLine = z.infer<typeof planLine>
