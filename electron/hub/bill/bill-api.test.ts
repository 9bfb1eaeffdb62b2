import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { billedSite, type BilledSite, chargeFully } from './test-bench/billed-site.ts'

let site: BilledSite
beforeEach(async () => {
  site = await billedSite()
})
afterEach(() => site.close())

const act = (path: string, body: object, method = 'POST') =>
  site.ask<Bill & { code: string }>(method, path, body)
const linesOf = (entryId: number) =>
  site.store.reads.query
    .selectFrom('ledgerLine')
    .select(['account', 'amountMinor'])
    .where('entryId', '=', entryId)
    .orderBy('place')
    .execute()
const entries = () => site.store.reads.find('ledgerEntry', {})

describe('a stay', () => {
  test('has a bill from its start on, which grows while it charges', async () => {
    const transaction = await site.start()
    await site.after(0)
    expect(await site.onlyBill()).toMatchObject({
      ...{ state: 'running', transactionId: transaction.id, idToken: 'CARD', inclMinor: 0 },
      ...{ settlement: 'pay', currency: 'SEK', startsAt: transaction.startedAt },
    })
    await site.after(30)
    await site.measure(transaction, 5_000)
    await site.after(0)
    expect(await site.onlyBill()).toMatchObject({ inclMinor: 1_600, energyWh: 5_000, dueMinor: 0 })
    await site.after(30)
    await site.measure(transaction, 10_000)
    await site.after(0)
    expect(await site.onlyBill()).toMatchObject({
      inclMinor: 3_200,
      estimatedMinor: 3_200,
      revision: 0,
    })
    expect(await entries()).toEqual([])
  })

  test('costs more while the car stands there and takes nothing, and no more than that', async () => {
    const transaction = await site.start()
    await site.status('Charging')
    await site.after(60)
    await site.measure(transaction, 10_000)
    await site.status('SuspendedEV')
    await site.after(45)
    expect(await site.onlyBill()).toMatchObject({ inclMinor: 3_200 + 3_000 })
    await site.stop(transaction, 10_000)
    await site.status('Finishing')
    await site.after(15)
    expect(await site.onlyBill()).toMatchObject({ state: 'running', inclMinor: 3_200 + 4_500 })
    await site.status('Available')
    await site.after(60)
    expect(await site.onlyBill()).toMatchObject({
      ...{ state: 'final', inclMinor: 7_700, dueMinor: 7_700, revision: 1 },
      ...{ lines: [{ kind: 'energy' }, { kind: 'parking', quantity: 0.75 }] },
    })
  })

  test('is billed once: the same stop again changes nothing', async () => {
    const transaction = await chargeFully(site)
    const bill = await site.onlyBill()
    expect(bill).toMatchObject({ state: 'final', inclMinor: 6_400, dueMinor: 6_400 })
    const before = await site.detail(bill.id)
    expect(before.revisions).toMatchObject([{ revision: 1, reason: 'ended', ledgerEntryId: 1 }])
    await site.stopAgain(transaction)
    await site.measure(transaction, 20_000)
    await site.after(5)
    expect(await site.detail(bill.id)).toEqual(before)
    expect(await entries()).toHaveLength(1)
    expect(await site.store.reads.find('lateStay', {})).toEqual([])
  })

  test('that no tariff is for costs nothing, and is told', async () => {
    await site.store.work('test', (tx) => {
      for (const { id } of tx.find('tariffAssignment', {}))
        tx.update('tariffAssignment', id, { idToken: 'OTHER' })
    })
    await chargeFully(site)
    expect(await site.onlyBill()).toMatchObject({
      ...{ state: 'final', tariffVersionId: null, inclMinor: 0, energyWh: 20_000, lines: [] },
      ...{ dueMinor: 0, currency: 'SEK' },
    })
    expect(await entries()).toEqual([])
  })

  test('is not billed at a site that has no tariff for anybody', async () => {
    await site.close()
    site = await billedSite(null)
    await chargeFully(site)
    expect(await site.bills()).toEqual([])
  })

  test('that the hub had no time to bill is billed when it looks again', async () => {
    const first = await site.start()
    await site.stop(first, 1_000)
    await site.start({ connectorId: 1 })
    await site.after(1)
    expect((await site.bills()).map(({ state }) => state).toSorted()).toEqual(['final', 'running'])
  })
})

describe('values that come after a bill was final', () => {
  test('make a revision with its own entry where they change the price', async () => {
    const transaction = await chargeFully(site)
    const { id } = await site.onlyBill()
    // A transaction that was ended without its charger learns by its late stop what it had delivered.
    await site.store.work('test', (tx) =>
      tx.update('transaction', transaction.id, { energyWh: 21_000, meterStopWh: 22_000 }),
    )
    await site.stopAgain(transaction)
    await site.after(0)
    const { bill, revisions } = await site.detail(id)
    expect(bill).toMatchObject({ revision: 2, inclMinor: 6_720, dueMinor: 6_720 })
    expect(revisions).toMatchObject([
      { reason: 'ended', inclMinor: 6_400, ledgerEntryId: 1 },
      { reason: 'stopAgain', inclMinor: 6_720, ledgerEntryId: 2 },
    ])
    expect(await linesOf(2)).toMatchObject([
      { account: 'customer/walkUp', amountMinor: 320 },
      { account: 'revenue/energy', amountMinor: -256 },
      { account: 'vat/2500', amountMinor: -64 },
    ])
  })
})

describe('by hand', () => {
  test('a final bill is corrected, never below nothing and not before it is final', async () => {
    const transaction = await site.start()
    await site.after(0)
    const { id } = await site.onlyBill()
    const correct = (addMinor: number) =>
      act(`/bills/${id}/correct`, { addMinor, ratePct: 25, note: 'a broken cable' })
    expect(await correct(-100)).toMatchObject({ status: 409, body: { code: 'BILL_NOT_FINAL' } })
    await site.stop(transaction, 10_000)
    await site.after(1)
    expect(await correct(-3_201)).toMatchObject({ status: 409, body: { code: 'BILL_BELOW_ZERO' } })
    expect(await correct(-200)).toMatchObject({ status: 200, body: { inclMinor: 3_000 } })
    const { bill, revisions } = await site.detail(id)
    expect(bill).toMatchObject({ revision: 2, dueMinor: 3_000 })
    expect(bill.lines.at(-1)).toMatchObject({ kind: 'adjustment', exclMinor: -160, vatMinor: -40 })
    expect(revisions[1]).toMatchObject({ reason: 'byHand', note: 'a broken cable' })
    expect((await act(`/bills/${id}/revise`, {})).body).toMatchObject({ revision: 2 })
  })

  test('the same correction under one key is made once', async () => {
    await chargeFully(site)
    const { id } = await site.onlyBill()
    const words = { addMinor: 500, ratePct: 25, note: 'a parking ticket' }
    const key = { 'idempotency-key': 'once' }
    await site.ask('POST', `/bills/${id}/correct`, words, key)
    await site.ask('POST', `/bills/${id}/correct`, words, key)
    expect(await site.onlyBill()).toMatchObject({ inclMinor: 6_900, revision: 2 })
  })

  test('another pays: an invoice needs its customer, and takes the debt along', async () => {
    await chargeFully(site)
    const { id } = await site.onlyBill()
    const settle = (words: object) => act(`/bills/${id}`, words, 'PATCH')
    expect(await settle({ settlement: 'invoice' })).toMatchObject({
      status: 409,
      body: { code: 'BILL_NEEDS_CUSTOMER' },
    })
    const { body: customer } = await site.ask<{ id: string }>('POST', '/customers', {
      name: 'Bolag AB',
      kind: 'fleet',
    })
    expect(await settle({ settlement: 'invoice', customerId: customer.id })).toMatchObject({
      status: 200,
      body: { settlement: 'invoice', dueMinor: 0, inclMinor: 6_400, revision: 2 },
    })
    expect(await linesOf(2)).toMatchObject([
      { account: 'customer/walkUp', amountMinor: -6_400 },
      { account: `customer/${customer.id}`, amountMinor: 6_400 },
    ])
    expect(await settle({ settlement: 'free' })).toMatchObject({
      body: { settlement: 'free', inclMinor: 0, lines: [{ kind: 'energy', quantity: 20 }] },
    })
  })
})

test('a car that has gone unseen is billed until a person says so', async () => {
  const transaction = await site.start()
  await site.status('Charging')
  await site.after(60)
  const { id } = await site.onlyBill()
  const gone = (words: object = {}) => act(`/bills/${id}/car-gone`, { note: 'seen', ...words })
  expect(await gone()).toMatchObject({ status: 409, body: { code: 'BILL_CHARGING' } })
  await site.stop(transaction, 10_000)
  await site.status('Finishing')
  await site.after(600)
  expect(await site.onlyBill()).toMatchObject({ state: 'running', inclMinor: 3_200 + 58_500 })
  const left = site.now - 570 * MINUTE
  expect(await gone({ at: left })).toMatchObject({
    body: { state: 'final', inclMinor: 3_200 + 1_500, endsAt: left },
  })
  expect(await gone()).toMatchObject({ status: 200, body: { revision: 1 } })
})

describe('a list of bills', () => {
  test('finds them by state, plate, token, time and what is due, a page at a time', async () => {
    await chargeFully(site)
    await chargeFully(site)
    await site.start({ idToken: 'OTHER' })
    await site.after(0)
    const list = async (query: string) => {
      const { body } = await site.ask<{ rows: Bill[]; next: string | null }>(
        'GET',
        `/bills?${query}`,
      )
      return body
    }
    expect((await list('unpaid=true')).rows).toHaveLength(2)
    expect((await list('state=running')).rows).toMatchObject([{ idToken: 'OTHER' }])
    expect((await list('search=card')).rows).toHaveLength(2)
    expect((await list(`from=${site.now}`)).rows).toMatchObject([{ idToken: 'OTHER' }])
    const first = await list('limit=2')
    const second = await list(`limit=2&after=${first.next}`)
    expect([...first.rows, ...second.rows].map(({ startsAt }) => startsAt)).toEqual(
      (await site.bills()).map(({ startsAt }) => startsAt),
    )
    expect(second.next).toBeNull()
  })
})
