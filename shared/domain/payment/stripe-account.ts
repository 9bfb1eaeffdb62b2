import { z } from 'zod'
import type { Instant } from '../../time/instant.ts'
import { instant } from '../../time/instant-schema.ts'

/**
 * How it stands with Stripe: `none` no key is set; `locked` it waits for its passphrase; `ok`; `unreachable` nobody
 * answers; `refused` the key is revoked or lacks rights.
 */
export const stripeState = z.enum(['none', 'locked', 'ok', 'unreachable', 'refused'])
export type StripeState = z.infer<typeof stripeState>

/** The site's account with Stripe, one row. */
export const stripeAccount = z.object({
  id: z.literal('stripe'),
  state: stripeState,
  mode: z.enum(['practice', 'test', 'live']).nullable(),
  accountId: z.string().nullable(),
  name: z.string(),
  missingRights: z.array(z.string()).describe('Rights of the restricted key that it lacks'),
  detail: z.string().describe('What Stripe or the network said last, inert'),
  since: instant.describe('Since when it is in this state'),
  contactAt: instant.nullable().describe('When Stripe last answered'),
  eventCursor: z.string().nullable().describe('The last event that was taken in'),
  eventsAt: instant
    .nullable()
    .describe('When events were last asked for; at first, when a key was set'),
  eventsAtBefore: z
    .record(z.string(), instant)
    .describe('When events of a mode were last asked for before the key of another was set'),
  updatedAt: instant,
})
export type StripeAccount = z.infer<typeof stripeAccount>

/** A site that has no key yet. */
export function noStripeAccount(now: Instant): StripeAccount {
  return {
    id: 'stripe',
    state: 'none',
    mode: null,
    accountId: null,
    name: '',
    missingRights: [],
    detail: '',
    since: now,
    contactAt: null,
    eventCursor: null,
    eventsAt: null,
    eventsAtBefore: {},
    updatedAt: now,
  }
}

/** A Stripe Terminal reader. */
export const reader = z.object({
  id: z.string().describe('Stripe’s id'),
  label: z.string(),
  deviceType: z.string(),
  serialNumber: z.string(),
  locationId: z.string().nullable(),
  status: z.enum(['online', 'offline']).nullable(),
  busyWith: z.string().nullable().describe('The payment intent it is processing'),
  livemode: z.boolean(),
  seenAt: instant,
})
export type Reader = z.infer<typeof reader>
