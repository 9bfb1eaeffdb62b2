import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import { DAY } from '../../../../shared/time/instant.ts'
import { type PayingHub, payingHub } from '../test-bench/paying-hub.ts'

let hub: PayingHub
beforeEach(async () => {
  hub = await payingHub()
})
afterEach(() => hub.close())

async function openedOnPage(): Promise<Payment> {
  const { body } = await hub.open({ billId: (await hub.bill()).id, means: 'checkout' })
  await hub.settle()
  return (await hub.detail(body.id)).payment
}

async function paidOnPage(): Promise<Payment> {
  const { id, stripeCheckoutSessionId } = await openedOnPage()
  hub.double.controls.payOnPage(stripeCheckoutSessionId ?? '', '4242424242424242')
  hub.later(2_000)
  await hub.settle()
  return (await hub.detail(id)).payment
}

test('after a winter away the payouts of that winter are entered too', async () => {
  await paidOnPage()
  hub.later(90 * DAY)
  await hub.settle()
  expect(await hub.balance('means/stripe')).toBe(0)
  expect(await hub.balance('bank')).toBe(10_000 - 330)
})

test('a page that Stripe doesn’t know any more keeps nothing else from being looked at', async () => {
  const paid = await paidOnPage()
  const { id } = await openedOnPage()
  await hub.face.store.work('test', (tx) =>
    tx.update('payment', id, { stripeCheckoutSessionId: 'cs_test_gone' }),
  )
  hub.later(DAY)
  await hub.atStripe.refunds.create({
    ...{ payment_intent: paid.stripePaymentIntentId ?? '', amount: 2_500 },
  })
  // By then Stripe lists no event of it.
  hub.later(31 * DAY)
  await hub.settle()
  expect((await hub.detail(paid.id)).refunds).toMatchObject([{ amountMinor: 2_500 }])
})
