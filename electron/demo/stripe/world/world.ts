import type { Stripe } from 'stripe'
import type { Objects } from '../schema/roots.ts'
import type { Due } from './due.ts'
import type { Instrument } from './instrument.ts'

/** The nouns that are kept by id. */
export type Noun = Exclude<keyof Objects, 'account' | 'balance'>
export type Tables = { [Name in Noun]: Record<string, Objects[Name]> }

/** What an endpoint answered the first time a key was used. */
export type KeptAnswer = {
  /** Epoch ms. */
  at: number
  endpoint: string
  form: string
  requestId: string
  status: number
  body: string
}

/** A session's side of a payment that nobody has begun yet. */
export type SessionPlan = {
  payment: Stripe.Checkout.SessionCreateParams.PaymentIntentData
  items: Stripe.LineItem[]
}

/** One half of the account: its test mode or its live mode. Plain data, so that it can be kept. */
export type World = {
  livemode: boolean
  tables: Tables
  /** How each payment method behaves. */
  instruments: Record<string, Instrument>
  /** Where a payment's holder is sent back to. */
  returnUrls: Record<string, string>
  sessionPlans: Record<string, SessionPlan>
  /** Event ids as they are listed, oldest first: not always as they happened. */
  told: string[]
  /** Events that are held back, by the instant (epoch ms) at which they are told. */
  heldBack: { id: string; at: number }[]
  agenda: Due[]
  /** By idempotency key. */
  kept: Record<string, KeptAnswer>
  /** Balance transactions by the payout that they went out with. */
  paidOut: Record<string, string>
  /** The code that the next charge is declined with, whatever it is paid with. */
  nextDecline: string | null
  /** Readers that don't answer. */
  offlineReaders: string[]
}

/** A whole account: both modes, and how far its clock was moved. */
export type Account = {
  id: string
  version: 1
  /** Ms that the clock is ahead of the one that was given. */
  shiftMs: number
  test: World
  live: World
}

/** An account in which nothing has happened. */
export function newAccount(id: string): Account {
  return { id, version: 1, shiftMs: 0, test: newWorld(false), live: newWorld(true) }
}

function newWorld(livemode: boolean): World {
  return {
    livemode,
    tables: {
      balance_transaction: {},
      charge: {},
      'checkout.session': {},
      dispute: {},
      event: {},
      payment_intent: {},
      payment_method: {},
      payment_record: {},
      payout: {},
      refund: {},
      'terminal.location': {},
      'terminal.reader': {},
    },
    instruments: {},
    returnUrls: {},
    sessionPlans: {},
    told: [],
    heldBack: [],
    agenda: [],
    kept: {},
    paidOut: {},
    nextDecline: null,
    offlineReaders: [],
  }
}
