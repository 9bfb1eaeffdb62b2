import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import { type Payer, payerAt } from './test-bench/payer.ts'
import { type PayingHub, payingHub, type Refused } from './test-bench/paying-hub.ts'

let hub: PayingHub
let payer: Payer
beforeEach(async () => {
  hub = await payingHub()
  payer = payerAt(hub)
})
afterEach(() => hub.close())

test('cash is taken with its change, rounded to kronor, and given back by hand', async () => {
  const bill = await hub.bill({ inclMinor: 10_050, dueMinor: 10_050 })
  const short = await hub.post<Refused>('/payments/manual', {
    ...{ billId: bill.id, means: 'cash', tenderedMinor: 10_000 },
  })
  expect(short.body).toMatchObject({ code: 'TENDERED_TOO_LITTLE', data: { payableMinor: 10_100 } })
  const { body: cash } = await hub.post<Payment>('/payments/manual', {
    ...{ billId: bill.id, means: 'cash', tenderedMinor: 20_000 },
  })
  expect(cash).toMatchObject({ state: 'paid', changeMinor: 9_900, roundingMinor: 50 })
  expect(await hub.balance('means/cash')).toBe(10_100)
  expect(await hub.balance('rounding')).toBe(-50)
  expect(await payer.due(bill.id)).toBe(0)
  expect((await payer.giveBack(cash, 10_050)).body.state).toBe('succeeded')
  expect(await hub.balance('means/cash')).toBe(0)
  expect(await hub.balance('rounding')).toBe(0)
})

test('cash is taken while Stripe is out of reach, and what waited for Stripe is given up', async () => {
  hub.double.faults.offline(true)
  const bill = await hub.bill()
  const payment = await payer.opened({ billId: bill.id, means: 'checkout' })
  await hub.settle()
  const account = await hub.face.ask<{ state: string }>('GET', '/stripe')
  expect(account.body.state).toBe('unreachable')
  const cash = await hub.post<Payment>('/payments/manual', { billId: bill.id, means: 'cash' })
  expect(cash.body.state).toBe('paid')
  hub.double.faults.offline(false)
  hub.later(HOUR)
  for (let turn = 0; turn < 3; turn += 1) await hub.settle()
  expect(['cancelled', 'expired']).toContain((await payer.now(payment)).state)
  expect(await payer.due(bill.id)).toBe(0)
})
