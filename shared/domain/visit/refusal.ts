import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { amountMinor } from '../bill/bill.ts'

/**
 * Why a driver can't have it so. Nothing in it tells of anybody else: who else has a place is `taken`, whoever else
 * charges is `gridFull`.
 */
export const visitRefusal = z.discriminatedUnion('code', [
  z.object({ code: z.literal('taken') }).describe('Somebody else has that place then'),
  z.object({ code: z.literal('gridFull') }).describe('So much can’t be promised then'),
  z.object({ code: z.literal('outOfService') }),
  z.object({ code: z.literal('offline') }).describe('The charger is out of touch'),
  z.object({ code: z.literal('noSuchPlace') }),
  z.object({ code: z.literal('closed'), opensAt: instant.nullable() }),
  z
    .object({ code: z.literal('needTooMuch'), mostWh: z.int() })
    .describe('So much doesn’t flow in that time'),
  z.object({ code: z.literal('departureBeforeArrival') }),
  z.object({ code: z.literal('inThePast') }),
  z.object({ code: z.literal('tooSoon'), leadMin: z.int() }),
  z.object({ code: z.literal('tooFarAhead'), aheadDays: z.int() }),
  z.object({ code: z.literal('tooShort'), leastStayMin: z.int() }),
  z.object({ code: z.literal('tooLong'), mostStayMin: z.int() }),
  z
    .object({ code: z.literal('tooLate'), lateMin: z.int() })
    .describe('It is not waited for so long'),
  z.object({ code: z.literal('carElsewhere') }).describe('That car has a booking then already'),
  z.object({ code: z.literal('changedSince') }).describe('Somebody changed it meanwhile'),
  z
    .object({ code: z.literal('priceChanged'), priceMinor: amountMinor.nullable() })
    .describe('It costs another price by now than the one that was agreed to'),
  z.object({ code: z.literal('notTaken') }).describe('The site doesn’t take that from phones'),
  z.object({ code: z.literal('noPayment') }).describe('It can’t be paid that way just now'),
  z.object({ code: z.literal('blocked') }).describe('Ask at the desk'),
  z.object({ code: z.literal('tooManyOpen'), mostOpen: z.int() }),
  z.object({ code: z.literal('notNow') }).describe('It is not in a state for that'),
  z.object({ code: z.literal('busy') }).describe('The charger has too much to do'),
])
export type VisitRefusal = z.infer<typeof visitRefusal>
export type VisitRefusalCode = VisitRefusal['code']
