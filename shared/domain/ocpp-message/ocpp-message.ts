import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'

/**
 * One exchange on the wire: a CALL and what was answered, or a frame that was no CALL at all.
 * `direction` says who called: `in` the charger, `out` the hub.
 */
export const ocppMessage = z.object({
  id: z.int(),
  stationId: id.nullable(),
  chargePointId: z.string(),
  at: instant,
  direction: z.enum(['in', 'out']),
  action: z.string().nullable(),
  messageId: z.string().nullable(),
  request: z.string().describe('The frame as it came or went, cut at 64 KiB'),
  response: z.string().nullable(),
  outcome: z.enum(['result', 'error', 'timeout', 'disconnected', 'refused', 'ignored', 'pending']),
  errorCode: z.string().nullable(),
  latencyMs: z.int().nullable(),
  notes: z
    .array(z.string())
    .describe('What was repaired, e.g. "timestamp without zone read as UTC"'),
})
export type OcppMessage = z.infer<typeof ocppMessage>
