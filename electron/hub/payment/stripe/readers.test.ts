import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import type { Reader } from '../../../../shared/domain/payment/stripe-account.ts'
import { type Payer, payerAt, VISA } from '../test-bench/payer.ts'
import { type PayingHub, payingHub, type Refused } from '../test-bench/paying-hub.ts'

let hub: PayingHub
let payer: Payer
beforeEach(async () => {
  hub = await payingHub()
  payer = payerAt(hub)
})
afterEach(() => hub.close())

async function reader(): Promise<Reader> {
  const { body } = await hub.post<Reader>('/readers', {
    ...{ registrationCode: 'simulated-wpe', label: 'Desk' },
  })
  return body
}

async function atReader(readerId: string): Promise<Payment & Refused> {
  const bill = await hub.bill()
  return (await hub.open({ billId: bill.id, means: 'reader', readerId })).body
}

test('a card is taken at a reader', async () => {
  const { id } = await reader()
  const payment = await atReader(id)
  await hub.settle()
  expect((await payer.now(payment)).state).toBe('open')
  const busy = await atReader(id)
  expect(busy.code).toBe('READER_BUSY')
  hub.double.controls.presentCard(id, VISA)
  hub.later(2_000)
  await hub.settle()
  expect(await payer.now(payment)).toMatchObject({ state: 'paid', cardLast4: '4242' })
})

test('who cancels at the reader has not paid, and the intent can’t be paid later', async () => {
  const { id } = await reader()
  const payment = await atReader(id)
  await hub.settle()
  hub.double.controls.cancelOnReader(id)
  hub.later(2_000)
  await hub.settle()
  const failed = await payer.now(payment)
  expect(failed).toMatchObject({ state: 'failed', failureCode: 'customer_canceled' })
  const intent = await hub.atStripe.paymentIntents.retrieve(failed.stripePaymentIntentId ?? '')
  expect(intent.status).toBe('canceled')
})

test('a reader that doesn’t answer fails the payment with a clear word', async () => {
  const { id } = await reader()
  hub.double.controls.readerIsOffline(id, true)
  const payment = await atReader(id)
  await hub.settle()
  expect(await payer.now(payment)).toMatchObject({
    state: 'failed',
    failureCode: 'terminal_reader_offline',
  })
  await hub.face.ask('GET', '/readers')
  expect((await atReader(id)).code).toBe('READER_OFFLINE')
})

test('a reader that is registered can be taken away; a wrong code is refused in Stripe’s words', async () => {
  const { id } = await reader()
  expect((await hub.face.ask<{ rows: Reader[] }>('GET', '/readers')).body.rows).toHaveLength(1)
  const wrong = await hub.post<Refused>('/readers', { registrationCode: 'nonsense', label: 'X' })
  expect([wrong.status, wrong.body.code]).toEqual([409, 'STRIPE_REFUSED'])
  await hub.face.ask('DELETE', `/readers/${id}`)
  expect((await hub.face.ask<{ rows: Reader[] }>('GET', '/readers')).body.rows).toEqual([])
})
