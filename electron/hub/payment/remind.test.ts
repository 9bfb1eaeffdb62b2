import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import { type PayingHub, payingHub } from './test-bench/paying-hub.ts'

let hub: PayingHub
beforeEach(async () => {
  hub = await payingHub()
})
afterEach(() => hub.close())

test('a reminder makes one link, and counts how often the payer was reminded', async () => {
  const bill = await hub.bill()
  const { body: first } = await hub.post<Payment>(`/bills/${bill.id}/remind`)
  const { body: second } = await hub.post<Payment>(`/bills/${bill.id}/remind`)
  expect(second.id).toBe(first.id)
  expect(await hub.face.store.reads.get('bill', bill.id)).toMatchObject({ reminders: 2 })
})
