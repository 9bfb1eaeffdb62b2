import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
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

test('a bill is paid on Stripe’s page, and what was taken is in the ledger', async () => {
  const bill = await hub.bill()
  const payment = await payer.opened({ billId: bill.id, means: 'checkout' })
  expect(payment).toMatchObject({ state: 'requested', amountMinor: 10_000, mode: 'test' })
  await hub.settle()
  expect((await payer.now(payment)).payUrl).toContain('http://double.test/c/pay/')
  await payer.payOnPage(payment)
  const paid = await payer.now(payment)
  expect(paid).toMatchObject({ state: 'paid', capturedMinor: 10_000, cardLast4: '4242' })
  expect(paid.payUrl).toBeNull()
  expect(await payer.due(bill.id)).toBe(0)
  expect(await hub.balance('customer/walkUp')).toBe(-10_000)
  expect(await hub.balance('means/stripe')).toBe(10_000 - (paid.feeMinor ?? 0))
})

test('a card that is declined on the page may be followed by another', async () => {
  const bill = await hub.bill()
  const payment = await payer.opened({ billId: bill.id, means: 'checkout' })
  await hub.settle()
  await expect(payer.payOnPage(payment, '4000000000009995')).rejects.toThrow('insufficient funds')
  hub.later(2_000)
  await hub.settle()
  expect(await payer.now(payment)).toMatchObject({ state: 'open' })
  await payer.payOnPage(payment)
  expect(await payer.now(payment)).toMatchObject({ state: 'paid', failureCode: null })
})

test('told the same again and again, nothing is taken twice', async () => {
  const { billId } = await payer.paid()
  for (let turn = 0; turn < 3; turn += 1) {
    hub.later(MINUTE)
    await hub.settle()
  }
  expect(await hub.balance('customer/walkUp')).toBe(-10_000)
  expect(await payer.due(billId)).toBe(0)
})

test('sent again under its Idempotency-Key, a payment is opened once', async () => {
  const bill = await hub.bill()
  const body = { billId: bill.id, means: 'checkout' }
  const key = { 'Idempotency-Key': 'desk-1' }
  const first = await hub.face.ask<Payment>('POST', '/payments', body, key)
  const second = await hub.face.ask<Payment>('POST', '/payments', body, key)
  expect(second.body).toEqual(first.body)
  const other = await hub.open(body)
  expect(other.body).toMatchObject({ code: 'ALREADY_PAYING', data: { paymentId: first.body.id } })
})

test('who has paid comes to the page that the site names, over https alone', async () => {
  const wish = (returnUrl: string) => hub.face.ask('PATCH', '/payment-terms', { returnUrl })
  expect((await wish('http://site.example/thanks')).status).toBe(400)
  const comesTo = async () => {
    const payment = await payer.opened({ billId: (await hub.bill()).id, means: 'checkout' })
    await hub.settle()
    const { stripeCheckoutSessionId } = await payer.now(payment)
    const page = await hub.atStripe.checkout.sessions.retrieve(stripeCheckoutSessionId ?? '')
    return page.success_url
  }
  expect(await comesTo()).toBe('https://stripe.com/')
  expect((await wish('https://site.example/thanks')).status).toBe(200)
  expect(await comesTo()).toBe('https://site.example/thanks')
})

test('a Swish request comes with its QR, and is paid when its holder says so', async () => {
  const bill = await hub.bill()
  const payment = await payer.opened({ billId: bill.id, means: 'swish' })
  await hub.settle()
  const open = await payer.now(payment)
  expect(open).toMatchObject({ state: 'open' })
  expect(open.qrData).not.toBeNull()
  hub.double.controls.holderAnswers(open.stripePaymentIntentId ?? '', true)
  hub.later(2_000)
  await hub.settle()
  expect(await payer.now(payment)).toMatchObject({ state: 'paid', qrData: null })
})

test('a Swish request that is turned down has failed, is ended at Stripe, and another may follow', async () => {
  const bill = await hub.bill()
  const payment = await payer.opened({ billId: bill.id, means: 'swish' })
  await hub.settle()
  const { stripePaymentIntentId } = await payer.now(payment)
  hub.double.controls.holderAnswers(stripePaymentIntentId ?? '', false)
  hub.later(2_000)
  await hub.settle()
  expect((await payer.now(payment)).state).toBe('failed')
  const intent = await hub.atStripe.paymentIntents.retrieve(stripePaymentIntentId ?? '')
  expect(intent.status).toBe('canceled')
  await payer.opened({ billId: bill.id, means: 'checkout' })
})
