import { afterEach, beforeEach, expect, test } from 'vitest'
import { MINUTE } from '../../../shared/time/instant.ts'
import { type Payer, payerAt } from './test-bench/payer.ts'
import { type PayingHub, payingHub } from './test-bench/paying-hub.ts'

let hub: PayingHub
let payer: Payer
beforeEach(async () => {
  hub = await payingHub()
  payer = payerAt(hub)
})
afterEach(() => hub.close())

test('the history of a payment tells each thing once, with its amount and by whom', async () => {
  const payment = await payer.paid()
  hub.later(MINUTE)
  await payer.giveBack(payment, 2_000)
  await hub.settle()
  await hub.post(`/payments/${payment.id}/receipt`)
  const { history } = await hub.detail(payment.id)
  const told = history.map(({ what, text, amountMinor, actor }) =>
    [what, text, what === 'ledger' ? '' : amountMinor, actor].filter(Boolean).join(' '),
  )
  expect(told).toEqual([
    'journal payment.open 10000 api',
    'journal payment.waits',
    'journal payment.paid 10000',
    'ledger paymentTaken',
    'ledger feeTaken',
    'refund requested 2000 api',
    'refund succeeded 2000',
    'ledger refundGiven',
    'receipt payment 10000 api',
  ])
})
