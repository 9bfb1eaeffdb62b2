import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InvoiceDraftView } from '../../../shared/contract/invoice.ts'
import { DAY } from '../../../shared/time/instant.ts'
import { type InvoicingSite, invoicingSite, march } from './test-bench/invoicing-site.ts'

let site: InvoicingSite
beforeEach(async () => {
  site = await invoicingSite()
})
afterEach(() => site.close())

interface Preview {
  drafts: InvoiceDraftView[]
  lacks: string | null
  backlog: { earlierBills: number; withoutCustomer: number }
}
const preview = async (body: object = march) =>
  (await site.post<Preview>('/invoices/preview', body)).body

describe('a run', () => {
  test('makes what its preview told, numbered from the first number without a gap', async () => {
    await site.ask('PATCH', '/invoice-terms', { prefix: 'F', firstNumber: 500, dueDays: 20 })
    const [one, other] = [await site.customer(), await site.customer({ name: 'Bageriet' })]
    await site.stay(one, 12_500)
    await site.stay(other, 5_000)
    await site.stay(one, 2_500, { plate: 'DEF 456' })
    const told = await preview()
    expect(told.drafts).toMatchObject([
      { customerName: 'Bageriet', stays: 1, inclMinor: 5_000 },
      { customerName: 'Åkeriet AB', stays: 2, exclMinor: 12_000, inclMinor: 15_000 },
    ])
    expect(await site.balance('means/invoice')).toBe(0)
    const made = await site.run()
    expect(made).toMatchObject([
      { name: 'F500', kind: 'invoice', customerId: other.id, inclMinor: 5_000, state: 'open' },
      { name: 'F501', inclMinor: 15_000, leftMinor: 15_000, dueOn: '2026-03-22' },
    ])
    expect(made[1]).toMatchObject({
      ...{ reference: '5017', issuedOn: '2026-03-02', language: 'sv' },
      buyer: { name: 'Åkeriet AB', address: ['Box 7', '972 01 Luleå'], reference: 'Lasse' },
      seller: { name: 'Norra depån AB', organisationNumber: '556677-8899' },
      vat: [{ ratePct: 25, exclMinor: 12_000, vatMinor: 3_000 }],
      groups: [{ plate: 'ABC 123' }, { plate: 'DEF 456' }],
    })
    expect(await preview()).toMatchObject({ drafts: [] })
    expect(await site.findings()).toEqual([])
  })

  test('moves what customers owe to what invoices ask for, and each bill is on one', async () => {
    const customer = await site.customer()
    const bill = await site.stay(customer, 10_000)
    const [invoice] = await site.run()
    expect(await site.balance(`customer/${customer.id}`)).toBe(0)
    expect(await site.balance('means/invoice')).toBe(10_000)
    const { lines } = await site.detail(invoice?.id ?? '')
    expect(lines).toMatchObject([{ billId: bill.id, place: 1, energyWh: 20_000, corrects: '' }])
    const payment = await site.store.reads.get('payment', lines[0]?.paymentId ?? '')
    expect(payment).toMatchObject({ means: 'invoice', reference: '1001', capturedMinor: 10_000 })
    expect(await site.run()).toEqual([])
  })

  test('takes the stays that were over within its days, and tells what lies before', async () => {
    const customer = await site.customer()
    site.now -= 5 * DAY
    await site.stay(customer, 700)
    site.now += 5 * DAY
    await site.stay(customer, 900)
    expect(await preview()).toMatchObject({
      drafts: [{ inclMinor: 900 }],
      backlog: { earlierBills: 1, withoutCustomer: 0 },
    })
    const both = { firstDay: '2026-02-01', lastDay: '2026-03-31' }
    expect((await preview(both)).drafts).toMatchObject([{ inclMinor: 1_600 }])
    expect(
      (await preview({ firstDay: '2026-03-03', lastDay: '2026-03-02' })).drafts,
    ).toBeUndefined()
  })

  test('is of chosen customers, and leaves who pays otherwise alone', async () => {
    const [one, other] = [await site.customer(), await site.customer()]
    await site.stay(one, 700)
    await site.stay(other, 900)
    await site.stay(other, 5_000, { settlement: 'pay' })
    await site.stay(other, 5_000, { settlement: 'employee' })
    const wish = { ...march, customerIds: [other.id] }
    expect((await preview(wish)).drafts).toMatchObject([{ customerId: other.id, inclMinor: 900 }])
  })

  test('invoices who was merged into another to that one', async () => {
    const kept = await site.customer()
    const from = await site.customer({ name: 'Åkeriet' })
    await site.stay(from, 700)
    await site.post(`/customers/${kept.id}/merge`, { from: from.id })
    expect(await site.run()).toMatchObject([{ customerId: kept.id, inclMinor: 700 }])
    expect(await site.findings()).toEqual([])
  })

  test('is refused as long as nobody has said who sells', async () => {
    await site.ask('PATCH', '/payment-terms', { organisationNumber: '' })
    await site.stay(await site.customer(), 700)
    expect(await site.post('/invoices/run', march)).toMatchObject({
      status: 409,
      body: { code: 'SELLER_MISSING' },
    })
  })

  test('is refused as a whole without the number that the VAT on it is owed under', async () => {
    await site.ask('PATCH', '/payment-terms', { vatNumber: '' })
    await site.stay(await site.customer(), 700, {}, 0)
    const customer = await site.customer({ name: 'Åkeriet' })
    await site.stay(customer, 1_250)
    expect(await site.post('/invoices/run', march)).toMatchObject({
      status: 409,
      body: { code: 'VAT_NUMBER_MISSING' },
    })
    const { drafts, lacks } = await preview(march)
    expect(drafts).toHaveLength(2)
    expect(lacks).toBe('VAT_NUMBER_MISSING')
    await site.ask('PATCH', '/payment-terms', { vatNumber: 'SE556677889901' })
    expect((await preview(march)).lacks).toBeNull()
    expect(await site.run()).toHaveLength(2)
  })

  test('needs no such number where there is no VAT', async () => {
    await site.ask('PATCH', '/payment-terms', { vatNumber: '' })
    await site.stay(await site.customer(), 700, {}, 0)
    expect(await site.run()).toMatchObject([{ inclMinor: 700, exclMinor: 700 }])
  })
})

describe('what is corrected after it was invoiced', () => {
  test('is credited by a note that names its invoice, and the ledger follows', async () => {
    const customer = await site.customer()
    const bill = await site.stay(customer, 10_000)
    const [invoice] = await site.run()
    await site.correct(bill, -1_000)
    const notes = await site.run()
    expect(notes).toMatchObject([
      { kind: 'creditNote', name: '1002', creditOf: invoice?.id, creditOfName: '1001' },
    ])
    expect(notes[0]).toMatchObject({ inclMinor: -1_000, state: 'setOff', reference: '' })
    const { invoice: after, creditNotes } = await site.detail(invoice?.id ?? '')
    expect(after).toMatchObject({ creditedMinor: 1_000, leftMinor: 9_000, state: 'open' })
    expect(creditNotes).toHaveLength(1)
    expect(await site.balance('means/invoice')).toBe(9_000)
    expect(await site.balance(`customer/${customer.id}`)).toBe(0)
    expect(await site.findings()).toEqual([])
  })

  test('is asked for on the next invoice where it came to more', async () => {
    const bill = await site.stay(await site.customer(), 10_000)
    await site.run()
    await site.correct(bill, 500)
    const [more] = await site.run()
    expect(more).toMatchObject({ kind: 'invoice', inclMinor: 500, energyWh: 0 })
    const { lines } = await site.detail(more?.id ?? '')
    expect(lines).toMatchObject([{ corrects: '1001', billId: bill.id }])
    expect(await site.findings()).toEqual([])
  })
})

test('what is on an invoice is never changed, and none is ever removed', async () => {
  await site.stay(await site.customer(), 10_000)
  await site.run()
  const tries = [
    'update invoice set inclMinor = 1',
    `update invoice set name = 'X'`,
    'update invoiceLine set inclMinor = 1',
    'delete from invoiceLine',
    'delete from invoice',
    'insert into invoiceLine select * from invoiceLine',
  ]
  for (const statement of tries)
    await expect(site.store.work('test', (tx) => tx.sql(statement, []))).rejects.toThrow(
      /never|with its invoice/,
    )
  expect(await site.ask('PATCH', '/invoice-terms', { firstNumber: 1 })).toMatchObject({
    status: 409,
    body: { code: 'NUMBERS_BEGUN' },
  })
})
