import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import type { Refund } from '../../../shared/domain/payment/refund.ts'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { type PayingHub, payingHub, type Refused } from './test-bench/paying-hub.ts'

const VISA = '4242424242424242'

let hub: PayingHub
beforeEach(async () => {
  hub = await payingHub()
})
afterEach(() => hub.close())

async function opened(body: object): Promise<Payment> {
  const { status, body: payment } = await hub.open(body)
  expect(status).toBe(201)
  return payment
}

const stateOf = async ({ id }: { id: string }) => (await hub.detail(id)).payment.state
const dueOf = async (id: string) => (await hub.face.store.reads.get('bill', id))?.dueMinor

test('a bill is paid on Stripe’s page, and what was taken is in the ledger', async () => {
  const bill = await hub.bill()
  const payment = await opened({ billId: bill.id, means: 'checkout' })
  expect(payment).toMatchObject({ state: 'requested', amountMinor: 10_000, mode: 'test' })
  await hub.settle()
  const open = (await hub.detail(payment.id)).payment
  expect(open.state).toBe('open')
  expect(open.payUrl).toContain('http://double.test/c/pay/')
  hub.double.controls.payOnPage(open.stripeCheckoutSessionId ?? '', VISA)
  hub.later(2_000)
  await hub.settle()
  const paid = (await hub.detail(payment.id)).payment
  expect(paid).toMatchObject({ state: 'paid', capturedMinor: 10_000, cardLast4: '4242' })
  expect(paid.payUrl).toBeNull()
  expect(await dueOf(bill.id)).toBe(0)
  expect(await hub.balance('customer/walkUp')).toBe(-10_000)
  expect(paid.feeMinor).toBeGreaterThan(0)
  expect(await hub.balance('means/stripe')).toBe(10_000 - (paid.feeMinor ?? 0))
})

test('told the same again and again, nothing is taken twice', async () => {
  const bill = await hub.bill()
  const payment = await opened({ billId: bill.id, means: 'checkout' })
  await hub.settle()
  const { stripeCheckoutSessionId } = (await hub.detail(payment.id)).payment
  hub.double.controls.payOnPage(stripeCheckoutSessionId ?? '', VISA)
  for (let turn = 0; turn < 3; turn += 1) {
    hub.later(MINUTE)
    await hub.settle()
  }
  expect(await hub.balance('customer/walkUp')).toBe(-10_000)
})

test('what is held is taken up to what the stay costs, and the rest is let go', async () => {
  const bill = await hub.bill({ state: 'running', inclMinor: 0, dueMinor: 0, finalAt: null })
  const payment = await opened({
    billId: bill.id,
    means: 'checkout',
    capture: 'manual',
    amountMinor: 20_000,
  })
  await hub.settle()
  const { stripeCheckoutSessionId } = (await hub.detail(payment.id)).payment
  hub.double.controls.payOnPage(stripeCheckoutSessionId ?? '', VISA)
  hub.later(2_000)
  await hub.settle()
  expect(await stateOf(payment)).toBe('held')
  await hub.face.store.work('hub', (tx) => {
    const over = tx.update('bill', bill.id, { state: 'final', inclMinor: 7_350 })
    if (over) hub.face.money.payments.settled(tx, over)
  })
  expect(await stateOf(payment)).toBe('capturing')
  await hub.settle()
  const { payment: paid } = await hub.detail(payment.id)
  expect(paid).toMatchObject({ state: 'paid', capturedMinor: 7_350 })
  expect(await dueOf(bill.id)).toBe(0)
})

test('a payment that Stripe can’t be told of waits, and is given up once the payer is gone', async () => {
  hub.double.faults.offline(true)
  const bill = await hub.bill()
  const payment = await opened({ billId: bill.id, means: 'checkout' })
  await hub.settle()
  expect(await stateOf(payment)).toBe('requested')
  hub.later(2 * HOUR)
  await hub.face.money.payments.steps.lookAfter()
})

test('a refund is never of more than is left, and its money leaves the ledger once', async () => {
  const bill = await hub.bill()
  const payment = await opened({ billId: bill.id, means: 'checkout' })
  await hub.settle()
  const { stripeCheckoutSessionId } = (await hub.detail(payment.id)).payment
  hub.double.controls.payOnPage(stripeCheckoutSessionId ?? '', VISA)
  hub.later(2_000)
  await hub.settle()
  const give = (amountMinor: number) =>
    hub.post<Refund & Refused>(`/payments/${payment.id}/refunds`, {
      ...{ amountMinor, reason: 'requested_by_customer', note: 'Left early' },
    })
  expect((await give(6_000)).status).toBe(201)
  const tooMuch = await give(4_001)
  expect(tooMuch.body).toMatchObject({
    code: 'ABOVE_REFUNDABLE',
    data: { refundableMinor: 4_000 },
  })
  expect((await give(4_000)).status).toBe(201)
  await hub.settle()
  const detail = await hub.detail(payment.id)
  expect(detail.refunds.map(({ state }) => state)).toEqual(['succeeded', 'succeeded'])
  expect(detail.notRefundable).toBe('allRefunded')
  expect(await hub.balance('customer/walkUp')).toBe(0)
})
