import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BillLine } from '../../../shared/domain/bill/bill.ts'
import type { AccountBalance } from '../../../shared/domain/ledger/balance.ts'
import type { LedgerEntry, Posting } from '../../../shared/domain/ledger/entry.ts'
import {
  billPosted,
  paymentTaken,
  payoutSent,
  refundGiven,
} from '../../../shared/domain/ledger/postings.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { DAY } from '../../../shared/time/instant.ts'
import { ledgerRouter } from '../rpc/router/ledger.ts'
import { type RestFace, restFace } from '../rpc/test-bench/rest-face.ts'
import { balanceOf } from './balance.ts'
import { post } from './post.ts'

let hub: RestFace
const noon = Date.UTC(2026, 2, 2, 12)

beforeEach(async () => {
  hub = await restFace(noon)
})
afterEach(() => hub.close())

const enter = (...postings: Posting[]) =>
  hub.store.work('Kim', (tx) => postings.map((posting) => post(tx, posting)))
const entries = async (query = '') =>
  (await hub.ask<{ rows: LedgerEntry[]; next: string | null }>('GET', `/ledger/entries?${query}`))
    .body
const texts = async (query: string) => (await entries(query)).rows.map(({ text }) => text)
const balances = async (query: string) => {
  const { body } = await hub.ask<{ rows: AccountBalance[] }>('GET', `/ledger/balances?${query}`)
  return Object.fromEntries(
    body.rows.map(({ account, debitMinor, creditMinor, balanceMinor }) => [
      account,
      [debitMinor, -creditMinor, balanceMinor],
    ]),
  )
}

const energy: BillLine = {
  kind: 'energy',
  ...{ quantity: 20, unit: 'kWh', unitPrice: '4.00', from: null, until: null },
  ...{ ratePct: 25, exclMinor: 8_000, vatMinor: 2_000 },
}
const bill = (billId: Id, text = '') =>
  billPosted(
    { customerId: null, currency: 'SEK', sums: { lines: [energy], inclMinor: 10_000 } },
    { billId, text },
  )
const cash = (billId: Id, paymentId: Id, text = '') =>
  paymentTaken({
    ...{ billId, paymentId, customerId: null, means: 'cash', currency: 'SEK', text },
    amountMinor: 10_000,
  })

test('a bill and its payment are entered in the order they happened, the newest told first', async () => {
  const [billId, paymentId] = [hub.newId(), hub.newId()]
  await enter(bill(billId), cash(billId, paymentId))
  const { rows } = await entries()
  expect(rows).toMatchObject([
    { id: 2, kind: 'paymentTaken', billId, paymentId, actor: 'Kim', at: noon },
    {
      ...{ id: 1, kind: 'billPosted', billId, paymentId: null, previousHash: '0'.repeat(64) },
      lines: [
        { account: 'customer/walkUp', amountMinor: 10_000, currency: 'SEK' },
        { account: 'revenue/energy', amountMinor: -8_000, currency: 'SEK' },
        { account: 'vat/2500', amountMinor: -2_000, currency: 'SEK' },
      ],
    },
  ])
  expect(rows[0]?.previousHash).toBe(rows[1]?.hash)
})

test('entries are told page by page, none twice and none left out', async () => {
  const billId = hub.newId()
  await enter(...Array.from({ length: 25 }, () => bill(billId)))
  const seen: number[] = []
  for (let next: string | null = '26'; next !== null;) {
    const page: { rows: LedgerEntry[]; next: string | null } = await entries(
      `limit=10&after=${next}`,
    )
    seen.push(...page.rows.map(({ id }) => id))
    next = page.next
  }
  expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => 25 - index))
})

test('entries are found by account, bill, payment, kind, period and words', async () => {
  const [one, other, paymentId] = [hub.newId(), hub.newId(), hub.newId()]
  await enter(bill(one, 'ABC123'), bill(other, 'Åsa’s van XYZ789'), cash(one, paymentId, 'no. 17'))
  hub.now = noon + DAY
  await enter(payoutSent({ payoutId: 'po_1', currency: 'SEK', amountMinor: 500, text: 'po_1' }))
  expect(await texts('account=revenue/energy')).toEqual(['Åsa’s van XYZ789', 'ABC123'])
  expect(await texts(`billId=${one}`)).toEqual(['no. 17', 'ABC123'])
  expect(await texts(`billId=${one}&account=means/cash`)).toEqual(['no. 17'])
  expect(await texts(`paymentId=${paymentId}`)).toEqual(['no. 17'])
  expect(await texts('payoutId=po_1')).toEqual(['po_1'])
  expect(await texts('kind=billPosted')).toEqual(['Åsa’s van XYZ789', 'ABC123'])
  expect(await texts(`from=${noon + 1}`)).toEqual(['po_1'])
  expect(await texts(`until=${noon + 1}&account=means/cash`)).toEqual(['no. 17'])
  expect(await texts(`until=${noon}`)).toEqual([])
  expect(await texts('search=xyz')).toEqual(['Åsa’s van XYZ789'])
  expect(await texts('search=asa van')).toEqual(['Åsa’s van XYZ789'])
  expect(await texts(`search=abc&billId=${other}`)).toEqual([])
  expect(await texts('search=17&account=means/cash')).toEqual(['no. 17'])
  expect(await texts('search=%22')).toEqual([])
})

test('no entry is lost to a clock that was put back', async () => {
  hub.now = noon + DAY
  await enter(bill(hub.newId(), 'before'))
  hub.now = noon
  await enter(bill(hub.newId(), 'after'))
  expect(await texts(`from=${noon + DAY}`)).toEqual(['before'])
  expect(await texts(`until=${noon + DAY}`)).toEqual(['after'])
})

test('balances sum to zero, at an instant and over a period', async () => {
  const [billId, paymentId] = [hub.newId(), hub.newId()]
  await enter(bill(billId), cash(billId, paymentId))
  hub.now = noon + DAY
  const refund = { billId, paymentId, refundId: hub.newId(), customerId: null, means: 'cash' }
  await enter(refundGiven({ ...refund, means: 'cash', currency: 'SEK', amountMinor: 2_500 }))
  expect(await balances('')).toEqual({
    'customer/walkUp': [12_500, -10_000, 2_500],
    'means/cash': [10_000, -2_500, 7_500],
    'revenue/energy': [0, -8_000, -8_000],
    'vat/2500': [0, -2_000, -2_000],
  })
  expect(await balances(`until=${noon + DAY}`)).toMatchObject({
    'means/cash': [10_000, -0, 10_000],
  })
  expect(await balances(`from=${noon + 1}&by=group`)).toEqual({
    customer: [2_500, -0, 2_500],
    means: [0, -2_500, -2_500],
  })
  expect(await balanceOf(hub.store.reads, 'means/cash')).toEqual([
    { currency: 'SEK', amountMinor: 7_500 },
  ])
  expect(await balanceOf(hub.store.reads, 'means/cash', noon + DAY)).toEqual([
    { currency: 'SEK', amountMinor: 10_000 },
  ])
  expect(await balanceOf(hub.store.reads, 'customer/walkUp')).toEqual([
    { currency: 'SEK', amountMinor: 2_500 },
  ])
})

test('verifying tells how far it has come, and then the verdict', async () => {
  const billId = hub.newId()
  await enter(bill(billId), cash(billId, hub.newId()))
  const ledger = createRouterClient(ledgerRouter(hub), {
    context: { session: hub.sessions.ofCall(undefined) },
  })
  const events = []
  for await (const event of await ledger.verify()) events.push(event)
  expect(events).toMatchObject([
    { kind: 'progress', step: 'chain', done: 2, of: 2 },
    { kind: 'progress', step: 'sums', done: 4, of: 4 },
    { kind: 'verdict', verdict: { intact: true, entries: 2, lines: 5, findings: [] } },
  ])
})
