import { randomUUID } from 'node:crypto'
import { HOUR, SECOND, type Instant } from '../../shared/time/instant.ts'
import { type BillKeeper, billKeeper } from './bill/bill-keeper.ts'
import type { Happened } from './charger-event.ts'
import type { Chore } from './energy.ts'
import { type PaymentKeeper, paymentKeeper } from './payment/payment-keeper.ts'
import { probeStripeKey } from './payment/stripe/probe-key.ts'
import { holdStripeKey, type StripeKeyPort } from './payment/stripe-key.ts'
import type { BookingRooms } from './promises.ts'
import type { Store } from './store/store.ts'
import { type WalkUpKeeper, walkUpKeeper } from './walk-up/walk-up-keeper.ts'

/** What of the hub looks after money: what each stay costs, how it is paid, and what waits for that at the desk. */
export interface Money {
  readonly bills: BillKeeper
  readonly payments: PaymentKeeper
  /** Null where no bookings are made. */
  readonly walkUps: WalkUpKeeper | null
  readonly happened: Happened
  readonly chores: readonly Chore[]
  close(): Promise<void>
}

export interface MoneyParts {
  readonly store: Store
  readonly clock: () => Instant
  /** Told what kept a bill or a payment from being brought up to date. */
  readonly failed: (error: unknown) => void
  /** The site's Stripe key; a site that is not given one has none. */
  readonly stripeKey?: StripeKeyPort | undefined
  /** Where something stands in for Stripe’s test mode; Stripe itself where it is not given. */
  readonly stripeStandIn?: string | null
  /** What Stripe signs its webhook's events with; without it there is no webhook. */
  readonly stripeWebhookSecret?: string | null | undefined
  /** Whether this is a practice site, which may pay through a stand-in for Stripe. */
  readonly demo?: boolean
  /** The rooms that bookings are confirmed and taken back in when they are paid or not. */
  readonly bookings?: BookingRooms | undefined
  /** For tests: how Stripe is reached, what back-off is by chance, and whether the outbox is sent at once. */
  readonly stripe?: {
    readonly fetch?: typeof globalThis.fetch
    readonly jitter?: () => number
    readonly wakes?: boolean
  }
}

/** Puts the rooms together that tell each other of money: a bill that is final settles its payments. */
export function openMoney(parts: MoneyParts): Money {
  const {
    store,
    clock,
    failed,
    stripeKey = holdStripeKey(probeStripeKey(null)),
    demo = false,
  } = parts
  const payments = paymentKeeper({
    ...{ store, clock, failed, demo, newKey: randomUUID },
    ...{ keys: stripeKey, standIn: parts.stripeStandIn ?? null },
    webhookSecret: parts.stripeWebhookSecret ?? null,
    ...{ bookings: parts.bookings, ...parts.stripe },
  })
  const bills = billKeeper({ store, clock, failed, settled: payments.settled })
  const { side, settled } = payments
  const walkUps = parts.bookings
    ? walkUpKeeper({ store, failed, rooms: { ...parts.bookings, side, settled } })
    : null
  return {
    bills,
    payments,
    walkUps,
    happened: bills.happened,
    chores: [
      { everyMs: 5 * SECOND, run: () => bills.look() },
      // Not by the day: a hub that is closed each night would never come to it.
      { everyMs: HOUR, run: () => bills.forgetOld() },
      ...payments.chores,
      ...(walkUps === null ? [] : [{ everyMs: SECOND, run: () => walkUps.look() }]),
    ],
    async close() {
      bills.close()
      await walkUps?.close()
      await payments.close()
    },
  }
}
