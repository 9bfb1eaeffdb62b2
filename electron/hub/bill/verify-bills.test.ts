import { afterEach, beforeEach, expect, test } from 'vitest'
import { billedSite, type BilledSite, chargeFully } from './test-bench/billed-site.ts'
import { verifyBills } from './verify-bills.ts'

let site: BilledSite
let billId: string
beforeEach(async () => {
  site = await billedSite()
  await chargeFully(site)
  const [bill] = await site.bills()
  billId = bill?.id ?? ''
  const correct = { addMinor: -6_000, ratePct: 25, note: 'a broken cable' }
  await site.ask('POST', `/bills/${billId}/correct`, correct)
  await site.ask('POST', `/bills/${billId}/correct`, { ...correct, addMinor: -400 })
})
afterEach(() => site.close())

async function codes(): Promise<string[]> {
  const found: string[] = []
  for await (const step of verifyBills.run(site.store.reads, undefined))
    if (step.kind === 'found') found.push(step.finding.code)
  return found
}
const alter = (...statements: string[]) =>
  site.store.work('test', (tx) => {
    for (const statement of statements) tx.sql(statement, [])
  })

test('nothing is found where bills, their prices, the ledger and payments agree', async () => {
  await site.start()
  await site.after(0)
  expect(await codes()).toEqual([])
})

test('a bill that was altered is found', async () => {
  await alter('update bill set inclMinor = inclMinor + 1, dueMinor = dueMinor + 1')
  expect(await codes()).toEqual(['billAltered', 'billNotPosted'])
})

test('a revision that its periods don’t come to is found', async () => {
  await alter(
    'drop trigger billRevisionStays',
    `update billRevision set periods = replace(periods, '20000000', '20009999')`,
  )
  expect(await codes()).toEqual(['billPrice'])
})

test('what payments don’t bear out is found', async () => {
  await alter('update bill set paidMinor = 100')
  expect(await codes()).toEqual(['billMoney'])
})

test('a revision or a tariff that is gone is found', async () => {
  await alter('drop trigger billRevisionIsKept', 'delete from billRevision where revision = 3')
  expect(await codes()).toEqual(['billRevisionMissing'])
})
