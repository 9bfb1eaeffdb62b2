import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fault } from '../../demo/stripe/fault/fault.ts'
import type { Rows } from '../store/tables.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import { aBill } from '../../../shared/domain/payment/payment-fixture.ts'
import { givenRefunds } from '../../../shared/domain/payment/refund-news.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/time/instant.ts'
import { changeBill } from '../bill/refresh.ts'
import { cancelPayment } from './cancel.ts'
import { capturePayment } from './capture.ts'
import { openPayment } from './open.ts'
import { refundPayment } from './refund.ts'
import { resolvePayment } from './resolve.ts'
import { verifyPayments } from './verify-payments.ts'
import { takePayment } from './take.ts'
import { type SiteAndStripe, siteAndStripe } from './test-bench/site-and-stripe.ts'
import { verifyLedger } from '../ledger/verify.ts'

const START = Date.UTC(2026, 10, 26, 12)

/** Runs more, such as over night: `LADDPLAN_MONEY_RUNS=2000`. */
const RUNS = Number(process.env['LADDPLAN_MONEY_RUNS'] ?? 6)

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
type Act = {
  [Kind in keyof Said]: Said[Kind] extends fc.Arbitrary<infer One> ? One : never
}[keyof Said]

const act: fc.Arbitrary<Act> = fc.oneof(
  ...Object.entries(said).map(([kind, arbitrary]) => ({
    weight: weights[kind as keyof Said],
    arbitrary: arbitrary as fc.Arbitrary<Act>, // each is one of them
  })),
)

test('whatever fails, is killed or comes twice: in the end the site and Stripe have the same money', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 25, maxLength: 80, size: 'max' }), async (acts) => {
      const site = await siteAndStripe(START)
      try {
        await site.stripe.terminal.readers.create({
          registration_code: 'simulated-wpe',
          label: 'Desk',
        })
        await site.step(async (money) => void (await money.payments.stripe.readers()))
        for (const runs of [true, false, true])
          await perform(site, { do: 'bill', amount: 12_000, runs })
        for (const one of acts) await perform(site, one)
        await heal(site)
        await expectSameMoney(site)
      } finally {
        await site.close()
      }
    }),
    { numRuns: RUNS },
  )
}, 3_600_000)

async function perform(site: SiteAndStripe, one: Act): Promise<void> {
  const { store, double } = site
  const { side, settled } = site.money().payments
  const { controls } = double
  switch (one.do) {
    case 'bill':
      return store.work('test', (tx) => {
        const told = { id: tx.newId(), startsAt: tx.now, createdAt: tx.now, updatedAt: tx.now }
        const sum = { inclMinor: one.amount, estimatedMinor: one.amount }
        tx.insert(
          'bill',
          aBill(
            one.runs
              ? { ...told, ...sum, state: 'running', dueMinor: 0 }
              : { ...told, ...sum, dueMinor: one.amount },
          ),
        )
      })
    case 'open': {
      const bill = await pick(site, 'bill', one.which)
      const [reader] = await store.reads.find('reader', {})
      if (!bill) return
      const { means } = one
      const capture = one.holds ? 'manual' : 'automatic'
      const amountMinor = one.part === null ? null : hundredths(bill.inclMinor, one.part)
      await store.work('test', (tx) => {
        openPayment(tx, side, {
          ...{ billId: bill.id, means, capture, amountMinor },
          ...{ readerId: reader?.id ?? null, language: 'sv' },
        })
      })
      return
    }
    case 'pay': {
      const payment = await pick(site, 'payment', one.which, ({ state }) => state === 'open')
      if (payment === undefined) return
      const { stripeCheckoutSessionId: page, stripePaymentIntentId: intent, means } = payment
      quietly(() => {
        if (means === 'checkout' && page) controls.payOnPage(page, one.card)
        if (means === 'swish' && intent) controls.holderAnswers(intent, one.says)
        if (means === 'reader' && payment.readerId) controls.presentCard(payment.readerId, one.card)
      })
      return
    }
    case 'cancel': {
      const payment = await pick(site, 'payment', one.which)
      if (payment) await store.work('test', (tx) => void cancelPayment(tx, side, payment.id, ''))
      return
    }
    case 'capture': {
      const payment = await pick(site, 'payment', one.which)
      if (payment)
        await store.work('test', (tx) => void capturePayment(tx, side, payment.id, one.part))
      return
    }
    case 'refund': {
      const payment = await pick(site, 'payment', one.which, isPaid)
      const amountMinor = hundredths(payment?.capturedMinor ?? 0, one.part)
      const wish = { amountMinor, reason: 'duplicate', note: 'Test' } as const
      if (payment)
        await store.work(
          'test',
          (tx) => void refundPayment(tx, side, { ...wish, paymentId: payment.id }),
        )
      return
    }
    case 'cash': {
      const bill = await pick(site, 'bill', one.which)
      const wish = {
        means: 'cash',
        amountMinor: null,
        tenderedMinor: null,
        reference: '',
        note: '',
      } as const
      if (bill)
        await store.work('test', (tx) => void takePayment(tx, side, { ...wish, billId: bill.id }))
      return
    }
    case 'end': {
      const bill = await pick(site, 'bill', one.which, ({ state }) => state === 'running')
      if (bill === undefined) return
      return store.work('test', (tx) => {
        const now = tx.get('bill', bill.id)
        if (now) settled(tx, changeBill(tx, now, { state: one.state, inclMinor: one.amount }))
      })
    }
    case 'dispute': {
      const payment = await pick(site, 'payment', one.which, isPaid)
      const charge = payment?.stripeChargeId
      quietly(() => {
        const id = charge ? controls.openDispute(charge) : null
        if (id && one.outcome) controls.decideDispute(id, one.outcome)
      })
      return
    }
    case 'refundFails': {
      const refund = await pick(site, 'refund', one.which)
      quietly(() => refund?.stripeRefundId && controls.failRefund(refund.stripeRefundId))
      return
    }
    case 'dashboard': {
      const payment = await pick(site, 'payment', one.which, isPaid)
      if (payment?.stripePaymentIntentId)
        await site.stripe.refunds
          .create({ payment_intent: payment.stripePaymentIntentId, amount: 300 })
          .catch(() => undefined)
      return
    }
    case 'fault':
      double.faults.once(one.fault)
      return
    case 'kill':
      site.line().killNext(one.when)
      return
    case 'offline':
      double.faults.offline(one.is)
      return
    case 'eventFault':
      double.faults.events(() => one)
      return
    case 'step':
      for (const step of one.steps) await site.step(({ payments }) => payments.steps[step]())
      return
    case 'later':
      site.later(one.ms)
      return
  }
}

/** Everything works again, and goes on until nothing changes any more; a person resolves what nobody knows. */
async function heal(site: SiteAndStripe): Promise<void> {
  const { double } = site
  double.faults.always(() => null)
  double.faults.offline(false)
  double.faults.events(null)
  for (let turn = 0; turn < 14; turn += 1) {
    for (const step of ['send', 'poll', 'events', 'lookAfter', 'send', 'payouts'] as const)
      await site.step((money) => money.payments.steps[step]())
    await resolveUnknown(site)
    site.later(turn < 10 ? 7 * MINUTE : DAY)
  }
}

async function resolveUnknown(site: SiteAndStripe): Promise<void> {
  const { store } = site
  const { side, stripe } = site.money().payments
  const calls = await store.reads.find('stripeCall', { state: 'unknown' })
  for (const { paymentId, refundId } of calls) {
    const parts = { store, side, newKey: () => crypto.randomUUID(), lookNow: stripe.lookNow }
    const how = calls.length % 2 === 0 ? 'again' : 'drop'
    await resolvePayment(parts, 'test', { paymentId, refundId, how, note: 'Test' })
  }
}

async function expectSameMoney({ store, stripe }: SiteAndStripe): Promise<void> {
  const payments = await store.reads.find('payment', {})
  const refunds = await store.reads.find('refund', {})
  const byIntent = new Map(payments.map((row) => [row.stripePaymentIntentId, row]))
  const intentsOf = new Map<string, number>()
  for await (const intent of stripe.paymentIntents.list({ limit: 100 })) {
    const ours = byIntent.get(intent.id)
    const { payment_id: named } = intent.metadata
    if (intent.status === 'canceled' && ours === undefined) continue
    expect(ours, `intent ${intent.id} ${intent.status}`).toBeDefined()
    expect(ours?.capturedMinor).toBe(intent.amount_received)
    const isOver = intent.status === 'succeeded' || intent.status === 'canceled'
    const isWaiting = ours && ['open', 'processing', 'held'].includes(ours.state)
    expect([intent.status, isOver === !isWaiting]).toEqual([intent.status, true])
    if (named) intentsOf.set(named, (intentsOf.get(named) ?? 0) + 1)
  }
  expect(Math.max(0, ...intentsOf.values())).toBeLessThanOrEqual(1)

  const known = new Map(refunds.map((row) => [row.stripeRefundId, row]))
  let stripeGiven = 0
  for await (const told of stripe.refunds.list({ limit: 100 })) {
    if (told.status === 'succeeded' && told.balance_transaction === null) continue
    const ours = known.get(told.id)
    expect([told.id, ours?.state]).toEqual([told.id, told.status])
    if (ours && givenRefunds.has(ours.state)) stripeGiven += told.amount
  }
  const byStripe = new Set(payments.filter(({ means }) => means !== 'cash').map(({ id }) => id))
  const given = refunds.filter((row) => givenRefunds.has(row.state) && byStripe.has(row.paymentId))
  expect(sum(given.map(({ amountMinor }) => amountMinor))).toBe(stripeGiven)

  let balance = 0
  for await (const row of stripe.balanceTransactions.list({ limit: 100 })) balance += row.net
  expect(await ledgerBalance(store, 'means/stripe')).toBe(balance)

  for (const { id, paidMinor, inclMinor, state, dueMinor } of await store.reads.find('bill', {})) {
    const its = payments.filter(({ billId }) => billId === id)
    expect(paidMinor).toBe(sum(its.map((row) => row.capturedMinor - row.refundedMinor)))
    if (state === 'final') expect(dueMinor).toBe(inclMinor - paidMinor)
  }
  const unended = (await store.reads.find('stripeCall', {})).filter((row) => row.endedAt === null)
  expect(unended.map(({ kind, state, error }) => [kind, state, error])).toEqual([])
  for await (const event of verifyLedger(store.reads, { checks: [verifyPayments] }))
    if (event.kind === 'verdict') expect(event.verdict.findings).toEqual([])
}

async function ledgerBalance(store: SiteAndStripe['store'], account: string): Promise<number> {
  return store.work('test', (tx) => {
    const [row] = tx.sql(
      'select coalesce(sum(amountMinor), 0) as minor from ledgerLine where account = ?',
      [account],
    )
    return Number(row?.['minor'])
  })
}

async function pick<T extends 'bill' | 'refund' | 'payment'>(
  { store }: SiteAndStripe,
  table: T,
  which: number,
  fits: (row: Rows[T]) => boolean = () => true,
): Promise<Rows[T] | undefined> {
  const rows = (await store.reads.find(table, {})).filter(fits)
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))[which % rows.length]
}

/** People do what can't be done. */
function quietly(run: () => unknown): void {
  try {
    run()
  } catch {
    // Stripe said no.
  }
}

const isPaid = ({ capturedMinor, means }: Payment): boolean => capturedMinor > 0 && means !== 'cash'

const hundredths = (minor: number, part: number): number =>
  Math.max(1, Math.floor((minor * part) / 100))

const sum = (minors: readonly number[]): number => minors.reduce((all, minor) => all + minor, 0)
