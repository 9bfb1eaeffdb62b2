import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { amountMinor } from '../bill/bill.ts'
import { id } from '../id/id.ts'

/** `open` money is taken and given at the till; `closed` it was counted and has its Z report. */
export const shiftState = z.enum(['open', 'closed'])
export type ShiftState = z.infer<typeof shiftState>

/** From a float to a Z report: the time in which somebody answers for a till. One is open at a till at a time. */
export const shift = z.object({
  id,
  tillId: id,
  number: z.int().min(1).describe('Consecutive at the till'),
  state: shiftState,
  currency: z.string().describe('ISO 4217, of the cash in the drawer'),
  openedAt: instant,
  openedBy: z.string(),
  heldBy: z.string().describe('Who answers for the drawer now'),
  floatMinor: amountMinor.describe('In the drawer at the opening'),
  handOverFrom: z.string().describe('What the shift before left word of; read before opening'),
  closedAt: instant.nullable(),
  closedBy: z.string().nullable(),
  countedMinor: amountMinor.nullable().describe('By the last count; null until it is closed'),
  expectedMinor: amountMinor
    .nullable()
    .describe('What should have been there; null until it is closed, as counts are blind'),
  varianceMinor: amountMinor.nullable().describe('Counted less expected; below zero is missing'),
  varianceReason: z.string(),
  varianceApprovedBy: z.string().nullable().describe('The supervisor who let it pass'),
  handOverNote: z.string().describe('For the shift that follows'),
  updatedAt: instant,
})
export type Shift = z.infer<typeof shift>
