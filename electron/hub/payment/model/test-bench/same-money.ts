import { expect } from 'vitest'
import { endedDisputes } from '../../../../../shared/domain/payment/dispute.ts'
import {
  type Payment,
  stripeMeans,
  unfinishedPayments,
} from '../../../../../shared/domain/payment/payment.ts'
import { type Refund, unfinishedRefunds } from '../../../../../shared/domain/payment/refund.ts'
import { idOf } from '../../../../../shared/domain/payment/stripe-object.ts'
import { fail } from './fail.ts'
import { paymentsOf, refundsOf } from './payments-of.ts'
import type { Site } from './site.ts'
import { balances } from './site-file.ts'
import { expectTakenOff } from './take-back.ts'

/** What a bill that is final or void and nobody owes anything for has left at Stripe: nothing to pay, nothing held. */
export async function expectNobodyIsAsked(site: Site): Promise<void> {
  const { books, store } = site
  for (const id of site.bills) {
    const bill = await store.reads.get('bill', id)
    if (!bill || (bill.state !== 'final' && bill.state !== 'void') || bill.dueMinor > 0) continue
    const pages = Object.values(books['checkout.session']).filter(
      ({ status, metadata }) => status === 'open' && metadata?.['bill_id'] === id,
    )
    const asked = Object.values(books.payment_intent).filter(
      ({ status, metadata }) =>
        status !== 'succeeded' && status !== 'canceled' && metadata['bill_id'] === id,
    )
    expect([...pages, ...asked].map((each) => [each.id, each.status])).toEqual([])
  }
}

/** The site and Stripe have the same money, payment for payment, refund for refund and account for account. */
export async function expectSameMoney(site: Site): Promise<void> {
  const payments = await paymentsOf(site)
  const refunds = await refundsOf(site)
  expectSameIntents(site, payments)
  expectSameRefunds(site, payments, refunds)
  expectTakenOff(site, refunds)
  await expectSameBalances(site)
  await expectSettledBills(site, payments)
  for (const { means, state } of payments) site.cameAbout.add(`${means} ${state}`)
  for (const { state } of refunds) site.cameAbout.add(`refund ${state}`)
  for (const { status } of Object.values(site.books.dispute))
    site.cameAbout.add(`dispute ${status}`)
  const unended = await site.store.reads.find('stripeCall', { endedAt: null })
  expect(unended.map(({ kind, state, error }) => [kind, state, error])).toEqual([])
}

function expectSameIntents({ books }: Site, payments: readonly Payment[]): void {
  const unfinished = payments.filter(({ state }) => unfinishedPayments.has(state))
  expect(unfinished.map(({ means, state }) => [means, state])).toEqual([])
  const byIntent = Map.groupBy(payments, ({ stripePaymentIntentId: intent }) => intent)
  for (const { id, status, amount_received: takenMinor } of Object.values(books.payment_intent)) {
    if (status !== 'succeeded' && status !== 'canceled') fail('not over', [id, status])
    const ours = byIntent.get(id) ?? []
    if (takenMinor === 0 && ours.length === 0) continue
    const [one, other] = ours
    if (one?.capturedMinor !== takenMinor || other !== undefined)
      fail('taken', [id, takenMinor, ours])
  }
  const taken = payments.filter(
    ({ means, capturedMinor }) => stripeMeans.has(means) && capturedMinor > 0,
  )
  for (const { id, stripePaymentIntentId } of taken)
    if (books.payment_intent[stripePaymentIntentId ?? ''] === undefined)
      fail('taken of nothing', id)
  const pages = Object.values(books['checkout.session'])
  const intents = Object.values(books.payment_intent)
  for (const made of [pages, intents] as const)
    expect(twice(made.map(({ metadata }) => metadata?.['payment_id']))).toEqual([])
}

function expectSameRefunds(
  { books }: Site,
  payments: readonly Payment[],
  refunds: readonly Refund[],
): void {
  const unfinished = refunds.filter(({ state }) => unfinishedRefunds.has(state))
  expect(unfinished.map(({ state }) => state)).toEqual([])
  // What of a hold was let go is told as a refund that moved nothing.
  const given = Object.values(books.refund).filter((row) => row.balance_transaction !== null)
  const known = new Map(refunds.map((row) => [row.stripeRefundId, row]))
  for (const { id, amount, status } of given) {
    const ours = known.get(id)
    if (ours?.amountMinor !== amount || ours.state !== status)
      fail('refund', [id, amount, status, ours])
  }
  expect(twice(given.map(({ metadata }) => metadata?.['refund_id']))).toEqual([])
  const paid = new Map(payments.map((row) => [row.id, row]))
  for (const { id, state, stripeRefundId, paymentId } of refunds) {
    if (stripeRefundId !== null || state === 'failed' || state === 'canceled') continue
    const means = paid.get(paymentId)?.means ?? 'checkout'
    if (stripeMeans.has(means)) fail('refund that Stripe has not', [id, state])
  }
  for (const charge of Object.values(books.charge)) {
    const own = given.filter((row) => idOf(row.charge) === charge.id && row.status !== 'failed')
    const backMinor = own.reduce((total, { amount }) => total + amount, 0)
    if (backMinor > charge.amount_captured) fail('given above what was taken', charge.id)
  }
}

/** Stripe's own rows, account by account as they are entered here. */
async function expectSameBalances({ books, store, ledgerBefore }: Site): Promise<void> {
  const now = await balances(store)
  const moved = (account: string) => (now.get(account) ?? 0) - (ledgerBefore.get(account) ?? 0)
  const rows = Object.values(books.balance_transaction)
  const disputes = Object.values(books.dispute)
  const isOpen = (status: string) => ![...endedDisputes].some((ended) => ended === status)
  const open = disputes.filter(({ status }) => isOpen(status))
  const lost = disputes.filter(({ status }) => status === 'lost')
  const payouts = Object.values(books.payout).filter(({ status }) => status !== 'failed')
  expect({
    stripe: moved('means/stripe'),
    fees: moved('fee/stripe'),
    disputed: moved('dispute'),
    lost: moved('writeOff'),
    bank: moved('bank'),
  }).toEqual({
    stripe: sum(rows.map(({ net }) => net)),
    fees: sum(rows.map(({ fee }) => fee)),
    disputed: sum(open.map(({ amount }) => amount)),
    lost: sum(lost.map(({ amount }) => amount)),
    bank: sum(payouts.map(({ amount }) => amount)),
  })
  expect(sum([...now.values()])).toBe(0)
}

/** What a bill's payer owes by the ledger is what is due. */
async function expectSettledBills(site: Site, payments: readonly Payment[]): Promise<void> {
  for (const id of site.bills) {
    const bill = await site.store.reads.get('bill', id)
    if (bill === undefined) throw new Error('Bills are never removed.')
    const its = payments.filter(({ billId }) => billId === id)
    const paidMinor = sum(its.map((row) => row.capturedMinor - row.refundedMinor))
    const owedMinor = await owedOf(site, id)
    expect({ paidMinor: bill.paidMinor, heldMinor: bill.heldMinor, owedMinor }).toEqual({
      ...{ paidMinor, heldMinor: 0, owedMinor: bill.dueMinor },
    })
  }
}

async function owedOf({ store }: Site, billId: string): Promise<number> {
  const row = await store.reads.query
    .selectFrom('ledgerEntry')
    .innerJoin('ledgerLine', 'ledgerLine.entryId', 'ledgerEntry.id')
    .select(({ fn }) => fn.sum<number | null>('amountMinor').as('minor'))
    .where('billId', '=', billId)
    .where('account', 'like', 'customer/%')
    .executeTakeFirstOrThrow()
  return row.minor ?? 0
}

function twice(ids: readonly (string | undefined)[]): string[] {
  const named = ids.filter((id) => id !== undefined)
  return named.filter((id, index) => named.indexOf(id) !== index)
}

function sum(minors: readonly number[]): number {
  return minors.reduce((total, minor) => total + minor, 0)
}
