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

test('a refund is never of more than is left, and its money leaves the ledger once', async () => {
  const payment = await payer.paid()
  expect((await payer.giveBack(payment, 6_000)).status).toBe(201)
  expect((await payer.giveBack(payment, 4_001)).body).toMatchObject({
    code: 'ABOVE_REFUNDABLE',
    data: { refundableMinor: 4_000 },
  })
  expect((await payer.giveBack(payment, 4_000)).status).toBe(201)
  await hub.settle()
  const detail = await hub.detail(payment.id)
  expect(detail.refunds.map(({ state }) => state)).toEqual(['succeeded', 'succeeded'])
  expect(detail.notRefundable).toBe('allRefunded')
  expect(await hub.balance('customer/walkUp')).toBe(0)
})

test('a refund that comes back gives its amount back to the payment', async () => {
  const payment = await payer.paid()
  const { body: refund } = await payer.giveBack(payment, 10_000)
  await hub.settle()
  const { stripeRefundId } = (await hub.face.store.reads.get('refund', refund.id)) ?? {}
  hub.double.controls.failRefund(stripeRefundId ?? '')
  hub.later(MINUTE)
  await hub.settle()
  const detail = await hub.detail(payment.id)
  expect(detail.refunds[0]).toMatchObject({
    state: 'failed',
    failureReason: 'expired_or_canceled_card',
  })
  expect(detail.refundableMinor).toBe(10_000)
  expect(await hub.balance('customer/walkUp')).toBe(-10_000)
})

test('a disputed payment is not refunded, and what the bank takes is in the ledger until it is decided', async () => {
  const payment = await payer.paid()
  const disputeId = hub.double.controls.openDispute(payment.stripeChargeId ?? '')
  hub.later(MINUTE)
  await hub.settle()
  expect((await payer.giveBack(payment, 100)).body).toMatchObject({ code: 'PAYMENT_DISPUTED' })
  expect((await payer.now(payment)).disputed).toBe(true)
  expect((await hub.detail(payment.id)).refunds).toEqual([])
  expect(await hub.balance('dispute')).toBe(10_000)
  hub.double.controls.decideDispute(disputeId, 'lost')
  hub.later(MINUTE)
  await hub.settle()
  expect(await hub.balance('dispute')).toBe(0)
  expect(await hub.balance('writeOff')).toBe(10_000)
})

test('a payment made with a test key is not refunded with a live one', async () => {
  const payment = await payer.paid()
  hub.keys.hold({ state: 'held', key: 'rk_live_0123456789abcdef' })
  expect((await payer.giveBack(payment, 100)).body).toMatchObject({ code: 'OTHER_MODE' })
})

test('a link for what a refund left due is called off when the refund isn’t given after all', async () => {
  const bill = await hub.bill()
  const first = await hub.open({ billId: bill.id, means: 'checkout' })
  await hub.settle()
  const page = (await hub.detail(first.body.id)).payment.stripeCheckoutSessionId ?? ''
  hub.double.controls.payOnPage(page, '4242424242424242')
  await hub.settle()
  const { payment } = await hub.detail(first.body.id)
  await hub.post(`/payments/${payment.id}/refunds`, {
    amountMinor: 1_000,
    reason: 'duplicate',
    note: 'x',
    isDueAgain: true,
  })
  const second = await hub.open({ billId: bill.id, means: 'checkout' })
  expect(second.body.amountMinor).toBe(1_000)
  hub.double.controls.openDispute(payment.stripeChargeId ?? '')
  await hub.settle()
  const link = (await hub.detail(second.body.id)).payment
  expect((await hub.detail(payment.id)).refunds.map(({ state }) => state)).toEqual(['failed'])
  expect([link.state, link.payUrl]).toEqual(['cancelled', null])
})
