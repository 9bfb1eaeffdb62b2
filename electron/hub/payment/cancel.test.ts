import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Payer, payerAt, VISA } from './test-bench/payer.ts'
import { type PayingHub, payingHub } from './test-bench/paying-hub.ts'

let hub: PayingHub
let payer: Payer
beforeEach(async () => {
  hub = await payingHub()
  payer = payerAt(hub)
})
afterEach(() => hub.close())

test('a page that is called off can’t be paid any more', async () => {
  const bill = await hub.bill()
  const payment = await payer.opened({ billId: bill.id, means: 'checkout' })
  await hub.settle()
  await hub.post(`/payments/${payment.id}/cancel`, { note: 'Pays in cash' })
  await hub.settle()
  const { state, stripeCheckoutSessionId } = await payer.now(payment)
  expect(state).toBe('cancelled')
  expect(() => hub.double.controls.payOnPage(stripeCheckoutSessionId ?? '', VISA)).toThrow(
    'expired',
  )
})

test('a payer who paid while the page was being called off has paid', async () => {
  const bill = await hub.bill()
  const payment = await payer.opened({ billId: bill.id, means: 'checkout' })
  await hub.settle()
  const { stripeCheckoutSessionId } = await payer.now(payment)
  hub.double.controls.payOnPage(stripeCheckoutSessionId ?? '', VISA)
  await hub.post(`/payments/${payment.id}/cancel`)
  await hub.settle()
  expect((await payer.now(payment)).state).toBe('paid')
  expect(await payer.due(bill.id)).toBe(0)
})

test('a hold that came before its page could be called off is let go when the stay costs nothing', async () => {
  const { steps } = hub.face.money.payments
  const bill = await hub.bill({ state: 'running', inclMinor: 0, dueMinor: 0 })
  const { body } = await hub.open({ billId: bill.id, means: 'checkout', capture: 'manual' })
  await steps.send()
  const page = (await hub.detail(body.id)).payment.stripeCheckoutSessionId ?? ''
  await hub.post(`/payments/${body.id}/cancel`)
  hub.double.controls.payOnPage(page, '4242424242424242')
  await steps.poll()
  expect((await hub.detail(body.id)).payment.state).toBe('held')
  await hub.end(bill.id, { inclMinor: 0 })
  await hub.settle()
  expect((await hub.detail(body.id)).payment.state).toBe('cancelled')
})
