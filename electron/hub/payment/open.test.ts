import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { openPayment } from './open.ts'
import { requestOf } from './stripe/request.ts'
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

test('who opened a payment for a driver’s page has its payer back there, paid or not', async () => {
  const { store, money } = hub.face
  const pageOf = async (mode: 'test' | 'live', returnUrl: string) => {
    const bill = await hub.bill()
    const wish = { means: 'checkout', capture: 'automatic', readerId: null } as const
    const opened = await store.work('test', (tx) =>
      openPayment(
        tx,
        { ...money.payments.side, mode: () => mode },
        { ...wish, billId: bill.id, amountMinor: null, language: 'sv', returnUrl },
      ),
    )
    if (opened.kind === 'refused') throw new Error(opened.refusal.code)
    const { payment } = opened
    const [call] = await store.reads.find('stripeCall', { paymentId: payment.id })
    if (call === undefined) throw new Error('it is in the outbox')
    return requestOf({
      ...{ call, payment, bill, refund: null, siteId: 'site', siteName: 'Depot' },
      ...{ thanksUrl: 'https://stripe.com/', now: hub.face.now },
    })
  }
  const back = 'https://charge.example.com/north/back'
  const there = { params: { success_url: back, cancel_url: back } }
  expect(await pageOf('live', back)).toMatchObject(there)
  expect(await pageOf('test', back)).toMatchObject(there)
  const atHome = 'http://192.168.1.20:8080/north/back'
  expect(await pageOf('test', atHome)).toMatchObject({ params: { success_url: atHome } })
  // Live, Stripe takes no address that isn't https, and a payment is more than the way back.
  const live = await pageOf('live', atHome)
  expect(live?.params).toMatchObject({ success_url: 'https://stripe.com/' })
  expect(live?.params).not.toHaveProperty('cancel_url')
})

test('the way back is on Stripe’s page, sent with the payment', async () => {
  const { store, money } = hub.face
  const bill = await hub.bill()
  const opened = await store.work('test', (tx) =>
    openPayment(tx, money.payments.side, {
      ...{ billId: bill.id, means: 'checkout', capture: 'automatic', amountMinor: null },
      ...{ readerId: null, language: 'en', returnUrl: 'https://charge.example.com/north/back' },
    }),
  )
  if (opened.kind === 'refused') throw new Error(opened.refusal.code)
  await hub.settle()
  const { stripeCheckoutSessionId } = await payer.now(opened.payment)
  const page = await hub.atStripe.checkout.sessions.retrieve(stripeCheckoutSessionId ?? '')
  expect(page.success_url).toBe('https://charge.example.com/north/back')
  expect(page.cancel_url).toBe('https://charge.example.com/north/back')
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
