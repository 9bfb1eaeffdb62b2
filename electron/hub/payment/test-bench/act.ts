import fc from 'fast-check'
import { DAY, HOUR, MINUTE, SECOND } from '../../../../shared/time/instant.ts'
import type { Fault } from '../../../demo/stripe/fault/fault.ts'

const some = fc.nat({ max: 999 })
const amount = fc.integer({ min: 300, max: 30_000 })
/** Of what there is, in hundredths. */
const share = fc.integer({ min: 1, max: 110 })
const fault = fc.constantFrom<Fault>(
  { kind: 'timeout', when: 'before' },
  { kind: 'timeout', when: 'after' },
  { kind: 'reset', when: 'before' },
  { kind: 'reset', when: 'after' },
  { kind: 'error', when: 'before' },
  { kind: 'error', when: 'after' },
  { kind: 'conflict' },
  { kind: 'rate-limit' },
  { kind: 'decline', code: 'insufficient_funds' },
)
const steps = ['send', 'poll', 'events', 'lookAfter', 'payouts'] as const

const said = {
  bill: fc.record({ do: fc.constant('bill' as const), amount, runs: fc.boolean() }),
  open: fc.record({
    do: fc.constant('open' as const),
    which: some,
    means: fc.constantFrom('checkout' as const, 'swish' as const, 'reader' as const),
    holds: fc.boolean(),
    part: fc.option(share),
  }),
  pay: fc.record({
    do: fc.constant('pay' as const),
    which: some,
    card: fc.constantFrom('4242424242424242', '4242424242424242', '4000000000000002'),
    says: fc.constantFrom(true, true, false),
  }),
  cancel: fc.record({ do: fc.constant('cancel' as const), which: some }),
  capture: fc.record({ do: fc.constant('capture' as const), which: some, part: share }),
  refund: fc.record({ do: fc.constant('refund' as const), which: some, part: share }),
  cash: fc.record({ do: fc.constant('cash' as const), which: some }),
  end: fc.record({
    do: fc.constant('end' as const),
    which: some,
    amount,
    state: fc.constantFrom('final' as const, 'final' as const, 'void' as const),
  }),
  dispute: fc.record({
    do: fc.constant('dispute' as const),
    which: some,
    outcome: fc.option(fc.constantFrom('won' as const, 'lost' as const)),
  }),
  refundFails: fc.record({ do: fc.constant('refundFails' as const), which: some }),
  dashboard: fc.record({ do: fc.constant('dashboard' as const), which: some }),
  fault: fc.record({ do: fc.constant('fault' as const), fault }),
  kill: fc.record({
    do: fc.constant('kill' as const),
    when: fc.constantFrom('before' as const, 'after' as const),
  }),
  offline: fc.record({
    do: fc.constant('offline' as const),
    is: fc.constantFrom(true, false, false),
  }),
  eventFault: fc.record({
    do: fc.constant('eventFault' as const),
    delayMs: fc.nat({ max: 10 * MINUTE }),
    twice: fc.boolean(),
    back: fc.nat({ max: 3 }),
  }),
  step: fc.record({
    do: fc.constant('step' as const),
    steps: fc.array(fc.constantFrom('send', ...steps), { minLength: 1, maxLength: 4 }),
  }),
  later: fc.record({
    do: fc.constant('later' as const),
    ms: fc.constantFrom(
      2 * SECOND,
      2 * SECOND,
      10 * SECOND,
      MINUTE,
      10 * MINUTE,
      HOUR,
      20 * HOUR,
      3 * DAY,
    ),
  }),
}
const weights: Record<keyof typeof said, number> = {
  ...{ bill: 2, open: 9, pay: 9, cancel: 2, capture: 1, refund: 4, cash: 1, end: 4, dispute: 1 },
  ...{ refundFails: 1, dashboard: 1, fault: 5, kill: 2, offline: 1, eventFault: 1, step: 16 },
  later: 5,
}
type Said = typeof said
/** Something that people, banks, the line or time may do. */
export type Act = {
  [Kind in keyof Said]: Said[Kind] extends fc.Arbitrary<infer One> ? One : never
}[keyof Said]

/** Any of it, as often as makes for many payments and not a few failures. */
export const act: fc.Arbitrary<Act> = fc.oneof(
  ...Object.entries(said).map(([kind, arbitrary]) => ({
    weight: weights[kind as keyof Said],
    arbitrary: arbitrary as fc.Arbitrary<Act>, // each is one of them
  })),
)
