import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Payer, payerAt } from './test-bench/payer.ts'
import { type PayingHub, payingHub } from './test-bench/paying-hub.ts'

let hub: PayingHub
let payer: Payer
beforeEach(async () => {
  hub = await payingHub()
  payer = payerAt(hub)
})
afterEach(() => hub.close())

test('what is held is taken up to what the stay costs, and the rest is let go', async () => {
  const bill = await hub.bill({ state: 'running', inclMinor: 0, dueMinor: 0, finalAt: null })
  const asked = { billId: bill.id, means: 'checkout', capture: 'manual', amountMinor: 20_000 }
  const payment = await payer.opened(asked)
  await hub.settle()
  await payer.payOnPage(payment)
  expect((await payer.now(payment)).state).toBe('held')
  expect((await hub.face.store.reads.get('bill', bill.id))?.heldMinor).toBe(20_000)
  await hub.end(bill.id, { inclMinor: 7_350 })
  expect((await payer.now(payment)).state).toBe('capturing')
  await hub.settle()
  expect(await payer.now(payment)).toMatchObject({ state: 'paid', capturedMinor: 7_350 })
  expect(await payer.due(bill.id)).toBe(0)
  expect((await hub.detail(payment.id)).refunds).toEqual([])
})

test('a hold of a booking that is cancelled is let go, and nothing was ever taken', async () => {
  const bill = await hub.bill({ state: 'estimated', dueMinor: 0, finalAt: null })
  const payment = await payer.opened({ billId: bill.id, means: 'checkout', capture: 'manual' })
  await hub.settle()
  await payer.payOnPage(payment)
  await hub.end(bill.id, { state: 'void' })
  await hub.settle()
  expect((await payer.now(payment)).state).toBe('cancelled')
  expect(await hub.balance('means/stripe')).toBe(0)
})

test('what was paid ahead of a stay that never was is given back by itself', async () => {
  const bill = await hub.bill({ state: 'estimated', dueMinor: 0, finalAt: null })
  const payment = await payer.opened({ billId: bill.id, means: 'checkout' })
  await hub.settle()
  await payer.payOnPage(payment)
  await hub.end(bill.id, { state: 'void' })
  await hub.settle()
  expect((await hub.detail(payment.id)).refunds).toMatchObject([
    { amountMinor: 10_000, state: 'succeeded' },
  ])
  expect(await hub.balance('customer/walkUp')).toBe(0)
})
