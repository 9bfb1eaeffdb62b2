import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'

/**
 * What is odd about a transaction, kept so that a person can judge it:
 * `meterClamped` the stop register lay under the start register; `startMissing` a stop came without its start;
 * `offline` it reached the hub long after it began; `clockSuspect` the charger's clock can't be right;
 * `unknownToken` its id token is not one of ours; `lateValues` meter values came after the stop;
 * `superseded` the charger began another on the same connector without stopping this one; `endedByHand` a person
 * ended it because the charger can't be made to.
 */
export const transactionNote = z.enum([
  'meterClamped',
  'startMissing',
  'offline',
  'clockSuspect',
  'unknownToken',
  'lateValues',
  'superseded',
  'endedByHand',
])
export type TransactionNote = z.infer<typeof transactionNote>

/** Why a person ends a transaction by hand, for the journal. */
export const endingReason = z.string().trim().min(1, 'Say why it is ended by hand.').max(200)

/** One charging transaction, from StartTransaction to StopTransaction. */
export const transaction = z.object({
  id,
  ocppTransactionId: z.int().describe('The number the charger knows it by; ours, never reused'),
  stationId: id,
  connectorId: z.int(),
  idToken: z.string(),
  state: z.enum(['active', 'finished']),
  startedAt: instant.describe('By the charger’s clock'),
  meterStartWh: z.int(),
  startReceivedAt: instant,
  stoppedAt: instant.nullable(),
  meterStopWh: z.int().nullable(),
  stopReceivedAt: instant.nullable(),
  stopReason: z
    .string()
    .nullable()
    .describe('OCPP 1.6 Reason; Local when the charger leaves it out'),
  stopIdToken: z.string().nullable(),
  energyWh: z.int().describe('Delivered so far, or in all once finished; never negative'),
  powerW: z.int().nullable().describe('Now; null once finished or when never told'),
  socPct: z.number().nullable(),
  sampledAt: instant.nullable(),
  reservationId: z.int().nullable(),
  notes: z.array(transactionNote),
})
export type Transaction = z.infer<typeof transaction>
