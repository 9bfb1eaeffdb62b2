import { MINUTE, SECOND, type Instant } from '../../../../shared/time/instant.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import type { Store } from '../../store/store.ts'
import { decodeRow } from '../../store/tables.ts'
import type { StripeSide } from '../stripe-side.ts'
import type { StripeAccountKeeper } from './account.ts'
import { answerOf, isStripes } from './answer.ts'
import type { StripeConnection } from './client.ts'
import type { StripeDoor } from './door.ts'
import { fetchIntent, fetchReader, fetchSession } from './fetch-object.ts'
import type { Told } from './send.ts'
import { takeTold } from './take-told.ts'

export interface PollParts {
  readonly store: Store
  readonly clock: () => Instant
  readonly door: StripeDoor
  readonly side: StripeSide
  readonly account: StripeAccountKeeper
  /** Told what of Stripe's could not be taken in. */
  readonly failed: (error: unknown) => void
}

/** What asks Stripe how open payments do. */
export interface Poll {
  /** Looks at the open payments whose turn it is. */
  step(): Promise<void>
  /** Looks at one payment now. @throws the SDK's errors */
  look(paymentId: Id): Promise<void>
}

/** How often a payment is looked at that somebody has just opened, and one that has been open for long. */
const SOONEST_MS = 1_500
const LATEST_MS = 30 * SECOND

/** A hold is told of by events; this is for those that went missing. */
const HELD_MS = 10 * MINUTE

/** How many payments are asked about in one step: Stripe takes a hundred requests a second. */
const MOST = 20

export function stripePoll(parts: PollParts): Poll {
  const { store, clock, door, account, failed } = parts
  const nextAt = new Map<Id, Instant>()

  const lookAt = async (connection: StripeConnection, payment: Payment): Promise<void> => {
    if (payment.mode !== connection.mode) return
    for (const told of await account.ask(() => objectsOf(connection, payment)))
      await store.work('hub', (tx) => takeTold(tx, parts.side, connection.mode, told))
  }

  return {
    async step() {
      const now = clock()
      const payments = await openPayments(store)
      const known = new Set(payments.map(({ id }) => id))
      for (const id of nextAt.keys()) if (!known.has(id)) nextAt.delete(id)
      const due = payments.filter(({ id }) => (nextAt.get(id) ?? 0) <= now).slice(0, MOST)
      if (due.length === 0) return
      const connection = await door.connection()
      if (connection === null) return
      for (const payment of due) nextAt.set(payment.id, now + restMs(payment, now))
      for (const payment of due)
        try {
          await lookAt(connection, payment)
        } catch (error) {
          // One that Stripe doesn't know, or that we can't read, keeps no other from being looked at.
          if (answerOf(error).kind === 'silent' && isStripes(error)) throw error
          if (!isStripes(error)) failed(error)
        }
    },
    async look(paymentId) {
      const connection = await door.connection()
      const payment = await store.reads.get('payment', paymentId)
      if (connection !== null && payment !== undefined) await lookAt(connection, payment)
    },
  }
}

async function openPayments({ reads }: Store): Promise<Payment[]> {
  const rows = await reads.query
    .selectFrom('payment')
    .selectAll()
    .where('state', 'in', ['open', 'processing', 'held', 'capturing'])
    .where('mode', '!=', 'local')
    .orderBy('createdAt', 'desc')
    .execute()
  return rows.map((row) => decodeRow('payment', row))
}

function restMs({ state, createdAt }: Payment, now: Instant): number {
  if (state === 'held') return HELD_MS
  return Math.min(LATEST_MS, Math.max(SOONEST_MS, (now - createdAt) / 20))
}

/** What there is at Stripe of a payment. A reader comes first: it may say why its payment doesn't go on. */
async function objectsOf({ stripe }: StripeConnection, payment: Payment): Promise<Told[]> {
  const { stripePaymentIntentId, stripeCheckoutSessionId, readerId, state } = payment
  const told: Told[] = []
  if (readerId !== null && state === 'open')
    told.push({ kind: 'reader', reader: await fetchReader(stripe, readerId) })
  if (stripeCheckoutSessionId !== null && (state === 'open' || state === 'processing'))
    told.push({ kind: 'session', session: await fetchSession(stripe, stripeCheckoutSessionId) })
  else if (stripePaymentIntentId !== null)
    told.push({ kind: 'intent', intent: await fetchIntent(stripe, stripePaymentIntentId) })
  // The intent is asked last, so that money that was taken after all isn't missed for what the reader says.
  return told.reverse()
}
