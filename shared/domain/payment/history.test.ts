import { expect, it } from 'vitest'
import type { JournalEntry } from '../journal/journal.ts'
import { aCall } from './call-fixture.ts'
import { type Happened, historyOf } from './history.ts'
import { aPayment, aRefund } from './payment-fixture.ts'

const NOON = Date.UTC(2026, 10, 2, 12)
const asked = aPayment({ state: 'requested' })
const open = aPayment({ state: 'open', stripePaymentIntentId: 'pi_1' })

let lines = 0
const line = (act: string, at: number, told: Partial<JournalEntry> = {}): JournalEntry => ({
  ...{ id: (lines += 1), at, actor: 'hub', act, noun: act.split('.')[0] ?? '', nounId: open.id },
  ...{ reason: null, before: null, after: null, ...told },
})

const nothing: Happened = { journal: [], calls: [], refunds: [], receipts: [], entries: [] }
const told = (happened: Partial<Happened>) =>
  historyOf({ ...nothing, ...happened }).map(({ what, text, amountMinor, actor }) =>
    [what, text, amountMinor, actor].filter((word) => word !== null).join(' '),
  )

const opened = [
  line('payment.open', NOON, { actor: 'Anna', after: asked }),
  line('payment.open', NOON + 300, { before: asked, after: open }),
]

it('tells once that a page was made, though journal and outbox both know', () => {
  const made = aCall({
    kind: 'checkout.create',
    state: 'done',
    createdAt: NOON,
    endedAt: NOON + 300,
  })
  expect(told({ journal: opened, calls: [made] })).toEqual([
    'journal payment.open 10000 Anna',
    'journal payment.waits',
  ])
})

it('tells of a call that waits, and of one that nothing came of', () => {
  const waits = aCall({ kind: 'checkout.create', state: 'waiting', createdAt: NOON, endedAt: null })
  expect(told({ journal: opened.slice(0, 1), calls: [waits] })).toEqual([
    'journal payment.open 10000 Anna',
    'call checkout.create.waiting',
  ])
})

it('says why a card was declined, by Stripe’s code and in Stripe’s words', () => {
  const failure = { failureCode: 'insufficient_funds', failureMessage: 'Your card has too little.' }
  const tried = line('payment.told', NOON, { before: open, after: { ...open, ...failure } })
  const failed = line('payment.failed', NOON, { after: { ...open, ...failure, state: 'failed' } })
  expect(historyOf({ ...nothing, journal: [tried, failed] })).toMatchObject([
    { text: 'payment.tried', code: 'insufficient_funds', detail: 'Your card has too little.' },
    { text: 'payment.failed', code: 'insufficient_funds', detail: 'Your card has too little.' },
  ])
})

it('says what was held, what of it was taken, and leaves out what only ids tell', () => {
  const held = { ...open, state: 'held' }
  const capturing = { ...held, state: 'capturing', amountMinor: 7_000 }
  const paid = { ...capturing, state: 'paid', capturedMinor: 7_000 }
  const journal = [
    line('payment.held', NOON, { before: open, after: held }),
    line('payment.told', NOON, { before: held, after: { ...held, cardLast4: '4242' } }),
    line('payment.capture', NOON + 1, { actor: 'Anna', before: held, after: capturing }),
    line('payment.paid', NOON + 2, { before: capturing, after: paid }),
  ]
  const taken = aCall({ kind: 'intent.capture', state: 'done', createdAt: NOON + 1 })
  expect(told({ journal, calls: [taken] })).toEqual([
    'journal payment.held 10000',
    'journal payment.capture 7000 Anna',
    'journal payment.paid 7000',
  ])
})

it('follows a refund from who asked for it to its end, each with its amount', () => {
  const refund = aRefund({
    state: 'failed',
    failureReason: 'lost_or_stolen_card',
    stripeRefundId: 're_1',
  })
  const of = { noun: 'refund', nounId: refund.id }
  const journal = [
    line('refund.make', NOON, { ...of, actor: 'Anna', reason: 'Left early' }),
    line('refund.succeeded', NOON + 5, of),
    line('refund.failed', NOON + 9, of),
  ]
  const moments = historyOf({ ...nothing, journal, refunds: [refund] })
  expect(moments).toMatchObject([
    { what: 'refund', text: 'requested', detail: 'Left early', amountMinor: 1_000, actor: 'Anna' },
    { what: 'refund', text: 'succeeded', detail: '', amountMinor: 1_000 },
    { what: 'refund', text: 'failed', code: 'lost_or_stolen_card', amountMinor: 1_000 },
  ])
})

it('tells what happened before what was entered for it, by the entry’s number', () => {
  const entry = {
    ...{ id: 12, at: NOON, kind: 'paymentTaken' as const },
    lines: [
      { account: 'means/cash' as const, amountMinor: 10_000, currency: 'SEK' },
      { account: 'customer/walkUp' as const, amountMinor: -10_000, currency: 'SEK' },
    ],
  }
  const journal = [
    line('payment.take', NOON, { actor: 'Anna', after: aPayment({ means: 'cash' }) }),
  ]
  const moments = historyOf({ ...nothing, journal, entries: [entry] })
  expect(moments).toMatchObject([
    { text: 'payment.take', amountMinor: 10_000, actor: 'Anna' },
    { what: 'ledger', text: 'paymentTaken', detail: '12', amountMinor: 10_000 },
  ])
})
