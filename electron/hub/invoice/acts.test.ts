import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Customer } from '../../../shared/domain/customer/customer.ts'
import type { Invoice } from '../../../shared/domain/invoice/invoice.ts'
import { DAY } from '../../../shared/time/instant.ts'
import { type InvoicingSite, invoicingSite } from './test-bench/invoicing-site.ts'

let site: InvoicingSite
let customer: Customer
let bill: Bill
let invoice: Invoice
beforeEach(async () => {
  site = await invoicingSite()
  customer = await site.customer()
  bill = await site.stay(customer, 10_000)
  const [made] = await site.run()
  if (made === undefined) throw new Error('no invoice was made')
  invoice = made
})
afterEach(() => site.close())

type Answer = Invoice & { code: string; data: unknown }
const act = (path: string, body?: object) =>
  site.post<Answer>(`/invoices/${invoice.id}/${path}`, body)
const rows = async (query: string) =>
  (await site.ask<{ rows: Invoice[] }>('GET', `/invoices?${query}`)).body.rows

describe('money for an invoice', () => {
  test('comes in by parts, and no more than is left', async () => {
    expect(await act('payments', { amountMinor: 4_000, paidOn: '2026-03-20' })).toMatchObject({
      status: 201,
      body: { state: 'partlyPaid', leftMinor: 6_000 },
    })
    expect(await act('payments', { amountMinor: 6_001 })).toMatchObject({
      status: 409,
      body: { code: 'ABOVE_LEFT', data: { leftMinor: 6_000 } },
    })
    expect((await act('payments', { amountMinor: 6_000 })).body.state).toBe('paid')
    expect((await act('payments', { amountMinor: 1 })).body.code).toBe('NOTHING_LEFT')
    expect(await site.balance('bank')).toBe(10_000)
    expect(await site.balance('means/invoice')).toBe(0)
    const { payments } = await site.detail(invoice.id)
    expect(payments).toMatchObject([{ paidOn: '2026-03-20' }, { paidOn: '2026-03-02' }])
    expect(await site.findings()).toEqual([])
  })

  test('that was entered by mistake is taken back once', async () => {
    await act('payments', { amountMinor: 10_000 })
    const [payment] = (await site.detail(invoice.id)).payments
    const undo = () => site.post<Answer>(`/invoice-payments/${payment?.id}/undo`)
    expect((await undo()).body).toMatchObject({ state: 'open', leftMinor: 10_000 })
    expect((await undo()).body.code).toBe('ALREADY_UNDONE')
    expect(await site.balance('bank')).toBe(0)
    expect((await site.detail(invoice.id)).payments).toMatchObject([{ undoneBy: 'api' }])
    expect(await site.findings()).toEqual([])
  })

  test('that is too much since the stay was credited is paid back', async () => {
    await act('payments', { amountMinor: 10_000 })
    await site.correct(bill, -1_000)
    await site.run()
    expect((await site.detail(invoice.id)).invoice).toMatchObject({
      ...{ state: 'overpaid', leftMinor: -1_000 },
    })
    expect((await act('payments', { amountMinor: -1_000 })).body.state).toBe('paid')
    expect(await site.balance('bank')).toBe(9_000)
    expect(await site.findings()).toEqual([])
  })

  test('is entered once under one key', async () => {
    const key = { 'idempotency-key': 'once' }
    for (let time = 0; time < 2; time += 1)
      await site.ask('POST', `/invoices/${invoice.id}/payments`, { amountMinor: 4_000 }, key)
    expect((await site.detail(invoice.id)).invoice.paidMinor).toBe(4_000)
  })
})

describe('an invoice that is credited', () => {
  test('leaves its stays to the next run', async () => {
    const credited = await act('credit', { bills: 'again', reason: 'Wrong address' })
    expect(credited).toMatchObject({
      status: 201,
      body: { kind: 'creditNote', inclMinor: -10_000, energyWh: -20_000, reason: 'Wrong address' },
    })
    expect((await site.detail(invoice.id)).invoice).toMatchObject({ state: 'credited' })
    expect(await site.balance(`customer/${customer.id}`)).toBe(10_000)
    expect(await act('credit', { bills: 'again', reason: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'NOT_CREDITABLE' },
    })
    const [again] = await site.run()
    expect(again).toMatchObject({ name: '1003', inclMinor: 10_000, energyWh: 20_000 })
    expect((await site.detail(again?.id ?? '')).lines).toMatchObject([{ corrects: '' }])
    expect(await site.findings()).toEqual([])
  })

  test('or makes them nothing, so that nobody is asked for them any more', async () => {
    await act('credit', { bills: 'nothing', reason: 'Never charged' })
    expect(await site.bill(bill.id)).toMatchObject({ inclMinor: 0, paidMinor: 0, state: 'final' })
    expect(await site.balance(`customer/${customer.id}`)).toBe(0)
    expect(await site.balance('means/invoice')).toBe(0)
    expect(await site.run()).toEqual([])
    expect(await site.findings()).toEqual([])
  })

  test('is credited by what is left after an earlier note', async () => {
    await site.correct(bill, -1_000)
    await site.run()
    const credited = await act('credit', { bills: 'nothing', reason: 'The rest' })
    expect(credited.body).toMatchObject({ inclMinor: -9_000, creditOf: invoice.id })
    expect((await site.detail(invoice.id)).invoice).toMatchObject({ state: 'credited' })
    expect(await site.findings()).toEqual([])
  })

  test('is never one that is a credit note', async () => {
    const { body: note } = await act('credit', { bills: 'again', reason: 'Wrong' })
    const again = { bills: 'again', reason: 'Wrong' }
    expect(await site.post(`/invoices/${note.id}/credit`, again)).toMatchObject({ status: 409 })
  })
})

test('a payment that an invoice is can’t be given back by hand: its invoice is credited', async () => {
  const { lines } = await site.detail(invoice.id)
  const refund = { amountMinor: 1_000, reason: 'requested_by_customer', note: 'x' }
  expect(await site.post(`/payments/${lines[0]?.paymentId}/refunds`, refund)).toMatchObject({
    status: 409,
    body: { code: 'PAYMENT_INVOICED' },
  })
})

test('an invoice is overdue after its day, is reminded of, and is found', async () => {
  expect(await rows('overdue=true')).toEqual([])
  site.now += 31 * DAY
  expect(await rows('overdue=true')).toMatchObject([{ name: '1001' }])
  expect((await act('remind')).body).toMatchObject({ reminders: 1, remindedAt: site.now })
  await act('payments', { amountMinor: 10_000 })
  expect(await rows('overdue=true')).toEqual([])
  expect((await act('remind')).body.code).toBe('NOTHING_LEFT')
  expect(await rows('state=paid')).toHaveLength(1)
  expect(await rows(`search=${encodeURIComponent('Åkeriet')}`)).toHaveLength(1)
  expect(await rows('search=10017')).toHaveLength(1)
  expect(await rows('search=nobody')).toEqual([])
})
