import fc from 'fast-check'
import { DAY, HOUR, MINUTE, SECOND } from '../../../../../shared/time/instant.ts'
import type { Fault } from '../../../../demo/stripe/fault/fault.ts'

/** Which of what there is; more than there are begin again at the first. */
const which = fc.nat({ max: 99 })
const amountMinor = fc.integer({ min: 0, max: 30_000 })
/** Of an amount, in hundredths. */
const part = fc.integer({ min: 1, max: 120 })
const oneOf = fc.constantFrom
/** Now and then. */
const rarely = oneOf(false, false, false, true)

const faults = oneOf<Fault>(
  { kind: 'timeout', when: 'before' },
  { kind: 'timeout', when: 'after' },
  { kind: 'timeout', when: 'after' },
  { kind: 'reset', when: 'before' },
  { kind: 'reset', when: 'after' },
  { kind: 'error', when: 'before' },
  { kind: 'error', when: 'after' },
  { kind: 'conflict' },
  { kind: 'rate-limit' },
  { kind: 'decline', code: 'insufficient_funds' },
)

/** Cards that pay, are declined, ask their holder, are disputed, and whose refunds wait or fail. */
const cards = oneOf(
  ...['4242424242424242', '4242424242424242', '4242424242424242', '4000000000000002'],
  ...['4000002500003155', '4000000000000259', '4000000000007726', '4000000000005126'],
)

/** At which place of a step the process dies on the way; mostly at none. */
const dies = fc.oneof(fc.constant(null), fc.constant(null), fc.nat({ max: 8 }))

/** The steps that a hub takes by itself. */
export const STEPS = ['send', 'poll', 'events', 'lookAfter', 'payouts'] as const
export type Step = (typeof STEPS)[number]

const parts = {
  /** Somebody comes; some have booked, some are over already, a few are the customer's. */
  stay: {
    state: oneOf('running', 'running', 'estimated', 'final'),
    amountMinor,
    isCustomers: rarely,
  },
  /** A payment through Stripe is opened, and goes so far at once. */
  open: {
    which,
    until: oneOf('opened', 'sent', 'paid', 'told'),
    card: cards,
    dies,
    means: oneOf('checkout', 'swish', 'reader'),
    capture: oneOf('automatic', 'automatic', 'manual'),
    part: fc.option(part, { freq: 1 }),
  },
  /** A payer does something at Stripe, whatever the site thinks: pays, or doesn't want to. */
  pay: { which, card: cards, says: oneOf(true, true, true, false) },
  /** Taken by hand. */
  take: {
    which,
    means: oneOf('cash', 'externalTerminal', 'invoice', 'voucher'),
    part: fc.option(part, { freq: 1 }),
  },
  cancel: { which },
  capture: { which, part },
  /** Several come at once where the same is wanted again at once. Mostly it is taken off the bill too. */
  refund: { which, part, times: oneOf(1, 1, 1, 2), isDueAgain: rarely },
  remind: { which },
  end: { which, amountMinor },
  correct: { which, addMinor: fc.integer({ min: -15_000, max: 15_000 }) },
  void: { which },
  dispute: { which, outcome: fc.option(oneOf('won', 'lost')) },
  decide: { which, outcome: oneOf('won', 'lost') },
  refundFails: { which },
  /** Somebody gives money back at Stripe's own desk. */
  dashboard: { which, part },
  reader: { isOffline: fc.boolean() },
  resolve: { which, how: oneOf('look', 'again', 'drop') },
  fault: { fault: faults, times: oneOf(1, 1, 2, 3) },
  /** The process dies at one of the next places at which it waits. */
  kill: { places: fc.nat({ max: 9 }), reopens: rarely },
  line: { down: oneOf('refused', 'cut', null, null) },
  /** The line is away for so long, and what is due is sent before and after. */
  outage: { down: oneOf('cut', 'refused'), ms: oneOf(HOUR, 24 * HOUR, 25 * HOUR, 3 * DAY) },
  key: { name: oneOf('first', 'first', 'second', 'live', 'none', 'locked') },
  /** What the key is good for at Stripe. */
  grant: { as: oneOf('all', 'all', 'expired', 'readOnly') },
  /** What becomes of events from now on. */
  events: { delayMs: fc.nat({ max: 10 * MINUTE }), twice: fc.boolean(), back: fc.nat({ max: 3 }) },
  step: { step: oneOf('send', 'send', ...STEPS), dies },
  /** Steps that overlap. */
  together: { steps: fc.array(oneOf('send', ...STEPS), { minLength: 2, maxLength: 3 }) },
  later: {
    ms: oneOf(
      ...[2 * SECOND, 2 * SECOND, 10 * SECOND, MINUTE, 3 * MINUTE, 10 * MINUTE, 40 * MINUTE],
      ...[5 * HOUR, 22 * HOUR, 23 * HOUR + MINUTE, 24 * HOUR, 2 * DAY],
    ),
  },
  /** The computer was off for so long that Stripe doesn't list all events any more. */
  monthAway: { ms: oneOf(31 * DAY, 40 * DAY, 90 * DAY) },
}

type Parts = typeof parts
type Fields<Record> = {
  [Name in keyof Record]: Record[Name] extends fc.Arbitrary<infer One> ? One : never
}

/** One thing that somebody does, or that happens. */
export type Act = {
  [Kind in keyof Parts]: { readonly do: Kind } & Fields<Parts[Kind]>
}[keyof Parts]

/** A payment that is opened for the first or second bill of a schedule, and paid or held at once where nothing fails. */
export function anOpened(
  means: 'checkout' | 'swish',
  capture: 'automatic' | 'manual',
  bill: number,
): Act {
  return {
    do: 'open',
    which: bill,
    means,
    capture,
    until: 'told',
    card: '4242424242424242',
    part: null,
    dies: null,
  }
}

/** How often which kind of act comes, relative to the others; one that isn't named never does. */
export type Weights = { readonly [Kind in keyof Parts]?: number }

/** What every schedule has some of. */
const always: Weights = {
  ...{ stay: 2, pay: 6, step: 9, later: 5, fault: 5, kill: 3, events: 1, line: 1, outage: 1 },
}

/** Schedules in which some kinds of acts come more often. */
export function schedules(more: Weights, most: number): fc.Arbitrary<Act[]> {
  const weights: Weights = { ...always, ...more }
  const acts = kinds().flatMap((kind) => {
    const weight = weights[kind] ?? 0
    const fields: Record<string, fc.Arbitrary<unknown>> = { do: fc.constant(kind), ...parts[kind] }
    const arbitrary = fc.record(fields) as unknown as fc.Arbitrary<Act> // kind by kind
    return weight === 0 ? [] : [{ weight, arbitrary }]
  })
  return fc.array(fc.oneof(...acts), { minLength: 3, maxLength: most, size: 'max' })
}

function kinds(): (keyof Parts)[] {
  return Object.keys(parts) as (keyof Parts)[] // no other keys
}
