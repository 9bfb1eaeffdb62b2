import { afterEach, beforeEach, expect, test } from 'vitest'
import { type InvoicingSite, invoicingSite } from './test-bench/invoicing-site.ts'

let site: InvoicingSite
beforeEach(async () => {
  site = await invoicingSite()
  const customer = await site.customer()
  const bill = await site.stay(customer, 10_000)
  const [invoice] = await site.run()
  await site.post(`/invoices/${invoice?.id}/payments`, { amountMinor: 5_000 })
  await site.correct(bill, -1_000)
  await site.run()
})
afterEach(() => site.close())

const alter = (...statements: string[]) =>
  site.store.work('test', (tx) => {
    for (const statement of statements) tx.sql(statement, [])
  })

test('nothing is found where invoices are what they were made of', async () => {
  expect(await site.findings()).toEqual([])
})

test.each([
  [
    'invoiceSum',
    'drop trigger invoiceStays',
    'update invoice set inclMinor = 1 where number = 1001',
  ],
  ['invoicePaid', 'update invoice set paidMinor = 4000 where number = 1001'],
  ['invoiceCredited', 'update invoice set creditedMinor = 0 where number = 1001'],
  [
    'invoiceGap',
    'drop trigger invoiceStays',
    'update invoice set number = 1003 where number = 1002',
  ],
])('%s is found', async (code, ...statements) => {
  await alter(...statements)
  expect(await site.findings()).toEqual([code])
})
