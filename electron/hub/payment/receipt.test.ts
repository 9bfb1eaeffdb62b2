import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import type { Receipt } from '../../../shared/domain/payment/receipt.ts'
import { type Payer, payerAt } from './test-bench/payer.ts'
import { type PayingHub, payingHub, type Refused } from './test-bench/paying-hub.ts'

let hub: PayingHub
let payer: Payer
beforeEach(async () => {
  hub = await payingHub()
  payer = payerAt(hub)
})
afterEach(() => hub.close())

test('a receipt has the next number, comes back the same, and its copies are counted', async () => {
  const payment = await payer.paid()
  const other = await payer.paid()
  const { body: first } = await hub.post<Receipt>(`/payments/${payment.id}/receipt`)
  const { body: second } = await hub.post<Receipt>(`/payments/${other.id}/receipt`)
  expect([first.number, second.number]).toEqual([1, 2])
  expect((await hub.post(`/payments/${payment.id}/receipt`)).body).toEqual(first)
  await hub.post('/receipts/1/printed')
  expect((await hub.post<Receipt>('/receipts/1/printed')).body.copies).toBe(2)
  expect((await hub.face.ask<Refused>('GET', '/receipts/3')).body.code).toBe('NO_RECEIPT')
  const found = await hub.face.ask<{ rows: { payment: Payment }[] }>('GET', '/payments?search=2')
  expect(found.body.rows.map((row) => row.payment.id)).toContain(other.id)
})

test('nothing is made out for what is not paid, nor for a refund that gave nothing', async () => {
  const bill = await hub.bill()
  const payment = await payer.opened({ billId: bill.id, means: 'checkout' })
  const refused = await hub.post<Refused>(`/payments/${payment.id}/receipt`)
  expect(refused.body.code).toBe('NOTHING_PAID')
})
