import { expect } from 'vitest'
import { givenRefunds } from '../../../../shared/domain/payment/refund-news.ts'
import { DAY, MINUTE } from '../../../../shared/time/instant.ts'
import { verifyLedger } from '../../ledger/verify.ts'
import { resolvePayment } from '../resolve.ts'
import { verifyPayments } from '../verify-payments.ts'
import type { SiteAndStripe } from './site-and-stripe.ts'

/** Everything works again, and goes on until nothing changes any more; a person resolves what nobody knows. */
export async function heal(site: SiteAndStripe): Promise<void> {
  const { double } = site
  double.faults.always(() => null)
  double.faults.offline(false)
  double.faults.events(null)
  for (let turn = 0; turn < 14; turn += 1) {
    site.later(turn < 10 ? 7 * MINUTE : DAY)
    for (const step of ['send', 'poll', 'events', 'lookAfter', 'send', 'payouts'] as const)
      await site.step((money) => money.payments.steps[step]())
    await resolveUnknown(site)
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

/** Holds each payment, refund, balance and bill of the site to Stripe's, and the ledger to both. */
export async function expectSameMoney({ store, stripe }: SiteAndStripe): Promise<void> {
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
const sum = (minors: readonly number[]): number => minors.reduce((all, minor) => all + minor, 0)
