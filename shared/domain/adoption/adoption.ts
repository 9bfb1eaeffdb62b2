import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { MINUTE } from '../../time/instant.ts'
import { id } from '../id/id.ts'
import { chargerIdentity } from '../station/station.ts'

/** How long pairing stays open once the operator has opened it. */
export const PAIRING_MS = 15 * MINUTE

/** How often a charger that waits to be adopted is told to boot again, s. */
export const PENDING_INTERVAL_S = 10

/** Whether unknown chargers may come in to wait for adoption. There is one such row. */
export const pairing = z.object({
  id: z.literal('pairing'),
  openedBy: z.string().nullable(),
  openUntil: instant.nullable().describe('Null or past: closed'),
})
export type Pairing = z.infer<typeof pairing>

/** An unknown charger that came in while pairing was open: it may boot as Pending, nothing more. */
export const candidate = z.object({
  id,
  chargePointId: z.string(),
  ...chargerIdentity.shape,
  address: z.string(),
  credentials: z.enum(['none', 'password']).describe('Whether it sends a password of its own'),
  state: z.enum(['waiting', 'gone', 'refused', 'adopted']),
  firstSeenAt: instant,
  lastSeenAt: instant,
  bootedAt: instant.nullable(),
})
export type Candidate = z.infer<typeof candidate>

/** A line of the bounded inbox of connections that were refused. */
export const connectionAttempt = z.object({
  id,
  chargePointId: z.string(),
  address: z.string(),
  reason: z.enum([
    'unknownId',
    'wrongPassword',
    'noPassword',
    'retired',
    'badPath',
    'refusedAtDesk',
  ]),
  firstAt: instant,
  lastAt: instant,
  count: z.int(),
})
export type ConnectionAttempt = z.infer<typeof connectionAttempt>

/** How many lines the inbox keeps; the one heard of longest ago goes first. */
export const INBOX_LINES = 200
