import type { Stripe } from 'stripe'
import { DAY, HOUR, MINUTE, SECOND, type Instant } from '../../../../shared/time/instant.ts'
import { stripeEvent, type StripeEvent } from '../../../../shared/domain/payment/stripe-object.ts'
import type { Store } from '../../store/store.ts'
import type { StripeSide } from '../stripe-side.ts'
import type { StripeAccountKeeper } from './account.ts'
import type { StripeConnection } from './client.ts'
import { fullLook } from './full-look.ts'
import { orPassOver } from './pass-over.ts'
import { takeEvent } from './take-event.ts'

export interface EventParts {
  readonly store: Store
  readonly clock: () => Instant
  readonly side: StripeSide
  readonly account: StripeAccountKeeper
  /** Told what of Stripe's could not be taken in. */
  readonly failed: (error: unknown) => void
  /** Told when something happened to a payout. */
  readonly payoutsChanged: () => void
}

/** What is listened for; each has the object that it happened to fetched anew. */
const TYPES = [
  'payment_intent.succeeded',
  'payment_intent.amount_capturable_updated',
  'payment_intent.canceled',
  'payment_intent.payment_failed',
  'payment_intent.processing',
  'checkout.session.completed',
  'checkout.session.expired',
  'checkout.session.async_payment_failed',
  'checkout.session.async_payment_succeeded',
  'charge.captured',
  'charge.expired',
  'charge.updated',
  'charge.refunded',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.closed',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.funds_reinstated',
  'terminal.reader.action_succeeded',
  'terminal.reader.action_failed',
  'payout.created',
  'payout.paid',
  'payout.failed',
  'payout.canceled',
  'payout.reconciliation_completed',
]

/** For how long Stripe lists events ("Events are retained for 30 days"), less a day. */
const KEPT_MS = 29 * DAY

/** How far behind the newest event the next question begins: one may be listed later than another that came after it. */
const OVERLAP_MS = 2 * MINUTE

/** How often the latest are listed by their time too, and how far back: one may be listed behind the cursor. */
const SWEEP_EVERY_MS = 5 * MINUTE
const SWEEP_BACK_MS = HOUR

const PAGE = 100

/** What takes in events, one question after the other. @throws the SDK's errors */
export function eventTaker(parts: EventParts): (connection: StripeConnection) => Promise<void> {
  let sweptAt: Instant | null = null
  return async (connection) => {
    const { store, clock, account } = parts
    const now = clock()
    if (sweptAt === null || now - sweptAt >= SWEEP_EVERY_MS) {
      const row = await store.reads.get('stripeAccount', 'stripe')
      const since = Math.min(row?.eventsAt ?? now, sweptAt ?? now) - SWEEP_BACK_MS
      await takePage(
        parts,
        connection,
        await account.ask(() => eventsSince(connection.stripe, since)),
      )
      sweptAt = now
    }
    await takeEvents(parts, connection)
  }
}

/**
 * Takes in what has happened at Stripe since it was last asked, oldest first, each event once. After a month away
 * there is a gap that events don't tell of: then everything is looked at.
 * @throws the SDK's errors; what was taken in until then stays so
 */
async function takeEvents(parts: EventParts, connection: StripeConnection): Promise<void> {
  const { store, clock, account } = parts
  const row = await store.reads.get('stripeAccount', 'stripe')
  const since = row?.eventsAt ?? null
  if (since !== null && clock() - since > KEPT_MS)
    await account.ask(() => fullLook(parts, connection, since))
  let settled = since === null || clock() - since > KEPT_MS ? null : (row?.eventCursor ?? null)
  let cursor = settled
  for (;;) {
    const page = await account.ask(() =>
      eventsAfter(connection.stripe, cursor, since ?? clock() - DAY),
    )
    if (page === 'forgotten') {
      cursor = null
      continue
    }
    await takePage(parts, connection, page.events)
    const newest = page.events.at(-1)
    if (newest) cursor = newest.id
    settled = settledCursor(page.events, clock()) ?? settled
    const eventCursor = page.hasMore ? cursor : settled
    await store.work('hub', (tx) => {
      tx.update('stripeAccount', 'stripe', { eventCursor, eventsAt: tx.now })
    })
    if (!page.hasMore) return
  }
}

/** The newest event that none can be listed before any more; null where all are too young. */
function settledCursor(events: readonly StripeEvent[], now: Instant): string | null {
  return events.findLast(({ created }) => created * SECOND < now - OVERLAP_MS)?.id ?? null
}

interface EventPage {
  /** Oldest first. */
  readonly events: StripeEvent[]
  readonly hasMore: boolean
}

async function eventsAfter(
  stripe: Stripe,
  cursor: string | null,
  since: Instant,
): Promise<EventPage | 'forgotten'> {
  if (cursor === null)
    return { events: await eventsSince(stripe, since - OVERLAP_MS), hasMore: false }
  try {
    const { data, has_more } = await stripe.events.list({
      types: TYPES,
      ending_before: cursor,
      limit: PAGE,
    })
    return { events: data.map((event) => stripeEvent.parse(event)).reverse(), hasMore: has_more }
  } catch (error) {
    if (isMissing(error)) return 'forgotten'
    throw error
  }
}

/** All events of a stretch of time, oldest first. */
async function eventsSince(stripe: Stripe, since: Instant): Promise<StripeEvent[]> {
  const all: StripeEvent[] = []
  const created = { gte: Math.floor(since / SECOND) }
  for await (const event of stripe.events.list({ types: TYPES, created, limit: PAGE }))
    all.push(stripeEvent.parse(event))
  return all.reverse()
}

async function takePage(
  parts: EventParts,
  connection: StripeConnection,
  events: readonly StripeEvent[],
): Promise<void> {
  const looked = new Set<string>()
  for (const event of events) {
    if (event.livemode !== (connection.mode === 'live')) continue
    if (await parts.store.reads.get('stripeEvent', event.id)) continue
    const { object } = event.data
    // One look tells all that has happened to an object up to now.
    if (!looked.has(object.id)) await takeOrPass(parts, connection, event)
    looked.add(object.id)
    await remember(parts.store, event)
  }
}

/**
 * Takes in one event that Stripe has sent by itself, unless it was taken in before. What came of it is on disk then.
 * @throws the SDK's errors, where its object can't be fetched now
 */
export async function takeOne(
  parts: EventParts,
  connection: StripeConnection,
  event: StripeEvent,
): Promise<void> {
  if (await parts.store.reads.get('stripeEvent', event.id)) return
  if (TYPES.includes(event.type)) await takeOrPass(parts, connection, event)
  await remember(parts.store, event)
}

function remember(store: Store, { id, type, created }: StripeEvent): Promise<void> {
  return store.work('hub', (tx) => {
    tx.insertOrIgnore('stripeEvent', {
      ...{ id, type, createdAt: created * SECOND, takenAt: tx.now },
    })
  })
}

function takeOrPass(
  parts: EventParts,
  connection: StripeConnection,
  event: StripeEvent,
): Promise<void> {
  return orPassOver(parts.failed, () =>
    parts.account.ask(() => takeEvent(parts, connection, event)),
  )
}

function isMissing(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'resource_missing'
  )
}

/** For how long it is remembered which events were taken in, longer than Stripe lists them. */
const REMEMBERED_MS = 40 * DAY

/** Forgets events that can't come again. */
export function forgetOldEvents(store: Store, now: Instant): Promise<void> {
  return store.work('hub', (tx) => {
    tx.sql('delete from stripeEvent where takenAt < ?', [now - REMEMBERED_MS])
  })
}
