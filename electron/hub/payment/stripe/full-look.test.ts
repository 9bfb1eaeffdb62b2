import { afterEach, beforeEach, expect, test } from 'vitest'
import { DAY } from '../../../../shared/time/instant.ts'
import { payerAt } from '../test-bench/payer.ts'
import { type PayingHub, payingHub } from '../test-bench/paying-hub.ts'

let hub: PayingHub
beforeEach(async () => {
  hub = await payingHub()
})
afterEach(() => hub.close())

test('after a winter away the payouts of that winter are entered too', async () => {
  await payerAt(hub).paid()
  hub.later(90 * DAY)
  await hub.settle()
  expect(await hub.balance('means/stripe')).toBe(0)
  expect(await hub.balance('bank')).toBe(10_000 - 330)
})

test('a page that Stripe doesn’t know any more keeps nothing else from being looked at', async () => {
  const payer = payerAt(hub)
  const paid = await payer.paid()
  const { id } = await payer.opened({ billId: (await hub.bill()).id, means: 'checkout' })
  await hub.settle()
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
