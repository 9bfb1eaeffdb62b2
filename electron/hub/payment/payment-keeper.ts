import { HOUR, MINUTE, SECOND, type Instant } from '../../../shared/time/instant.ts'
import type { Settled } from '../bill/make-final.ts'
import type { BookingRooms } from '../promises.ts'
import type { Store } from '../store/store.ts'
import { alone } from '../alone.ts'
import { confirmPaid, lookAfterUnpaidBookings } from './booking-payment.ts'
import { lookAfterPayments } from './chore.ts'
import { settleBill } from './settle.ts'
import { type StripeDesk, stripeDesk } from './stripe/desk.ts'
import type { StripeKeyPort } from './stripe-key.ts'
import type { StripeSide } from './stripe-side.ts'

export interface PaymentKeeperParts {
  readonly store: Store
  readonly clock: () => Instant
  /** Told what kept a payment from being seen to. */
  readonly failed: (error: unknown) => void
  readonly keys: StripeKeyPort
  /** Where something stands in for Stripe’s test mode; null for Stripe itself. */
  readonly standIn: string | null
  /** What Stripe signs its webhook's events with; null where there is no webhook. */
  readonly webhookSecret: string | null
  /** Whether this is a practice site, which pays through a stand-in for Stripe. */
  readonly demo: boolean
  readonly newKey: () => string
  /** Sends requests to Stripe otherwise than over a socket, for tests. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** 0 to 1, for back-off; by chance where it isn't given. */
  readonly jitter?: () => number
  /** The rooms that bookings are confirmed and taken back in; without them bookings don't wait for money. */
  readonly bookings?: BookingRooms | undefined
  /** Whether what is put in the outbox is sent at once; a test that goes step by step sends it itself. */
  readonly wakes?: boolean
}

/** What keeps payments going by itself; each is done once at a time. */
export interface PaymentSteps {
  /** Sends what is due in the outbox. */
  readonly send: () => Promise<void>
  /** Asks how open payments do. */
  readonly poll: () => Promise<void>
  /** Takes in what has happened at Stripe. */
  readonly events: () => Promise<void>
  /** Takes in payouts and compares them. */
  readonly payouts: () => Promise<void>
  /** Does what is due as time goes by. */
  readonly lookAfter: () => Promise<void>
}

export interface PaymentKeeper {
  readonly side: StripeSide
  readonly stripe: StripeDesk
  readonly steps: PaymentSteps
  /** What a bill that became final or void tells payments, within its unit. */
  readonly settled: Settled
  readonly chores: readonly { readonly everyMs: number; run(): Promise<unknown> }[]
  /** Lets what is under way end, and begins nothing more. */
  close(): Promise<void>
}

/** Puts the rooms of payment together: the acts, the outbox that tells Stripe, and what listens to it. */
export function paymentKeeper(parts: PaymentKeeperParts): PaymentKeeper {
  const { store, failed, bookings, wakes = true } = parts
  let closed = false
  const sending = new Set<Promise<void>>()
  const side: StripeSide = {
    mode: () => stripe.mode(),
    wake() {
      if (wakes && !closed) steps.send().catch(failed)
    },
    moneyChanged(tx, bill) {
      if (bookings) confirmPaid(tx, bookings, bill)
    },
  }
  const stripe = stripeDesk({ ...parts, side })
  const unlessClosed = (run: () => Promise<void>) =>
    alone(async () => {
      if (!closed) await run()
    })
  const steps: PaymentSteps = {
    // Several at once: one slow answer keeps no other payment waiting.
    send: async () => {
      if (closed) return
      const run = stripe.send()
      sending.add(run)
      try {
        await run
      } finally {
        sending.delete(run)
      }
    },
    poll: unlessClosed(() => stripe.poll()),
    events: unlessClosed(() => stripe.events()),
    payouts: unlessClosed(() => stripe.payouts()),
    lookAfter: unlessClosed(async () => {
      await lookAfterPayments(store, side)
      if (bookings) await lookAfterUnpaidBookings(store, side, bookings)
    }),
  }
  return {
    side,
    stripe,
    steps,
    settled: (tx, bill) => settleBill(tx, side, bill),
    chores: [
      { everyMs: SECOND, run: steps.send },
      { everyMs: SECOND, run: steps.poll },
      // With a webhook asking is a net below it.
      { everyMs: parts.webhookSecret === null ? 15 * SECOND : 5 * MINUTE, run: steps.events },
      { everyMs: 10 * SECOND, run: steps.lookAfter },
      { everyMs: HOUR, run: steps.payouts },
      { everyMs: HOUR, run: () => stripe.forgetOld() },
    ],
    async close() {
      stripe.close()
      closed = true
      const { poll, events, payouts, lookAfter } = steps
      await Promise.allSettled([...sending, poll(), events(), payouts(), lookAfter()])
    },
  }
}
