import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import type { Receipt } from '../../../shared/domain/payment/receipt.ts'
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
  const answer = await hub.open(body)
  expect([answer.status, answer.body.code]).toEqual([201, undefined])
  return answer.body
}

/** A bill of 100.00 SEK that was paid on Stripe's page. */
async function paidBill(): Promise<Payment> {
  const bill = await hub.bill()
  const payment = await opened({ billId: bill.id, means: 'checkout' })
  await hub.settle()
  await payOnPage(payment)
  return paymentNow(payment)
}

async function payOnPage(payment: Payment, card = VISA): Promise<void> {
  const { stripeCheckoutSessionId } = await paymentNow(payment)
  hub.double.controls.payOnPage(stripeCheckoutSessionId ?? '', card)
  hub.later(2_000)
  await hub.settle()
}

const paymentNow = async ({ id }: { id: string }) => (await hub.detail(id)).payment
const dueOf = async (id: string) => (await hub.face.store.reads.get('bill', id))?.dueMinor
const give = ({ id }: Payment, amountMinor: number) =>
  hub.post<Refund & Refused>(`/payments/${id}/refunds`, {
    ...{ amountMinor, reason: 'requested_by_customer', note: 'Left early' },
  })

test('a bill is paid on Stripe’s page, and what was taken is in the ledger', async () => {
  const bill = await hub.bill()
  const payment = await opened({ billId: bill.id, means: 'checkout' })
  expect(payment).toMatchObject({ state: 'requested', amountMinor: 10_000, mode: 'test' })
  await hub.settle()
  expect((await paymentNow(payment)).payUrl).toContain('http://double.test/c/pay/')
  await payOnPage(payment)
  const paid = await paymentNow(payment)
  expect(paid).toMatchObject({ state: 'paid', capturedMinor: 10_000, cardLast4: '4242' })
  expect(paid.payUrl).toBeNull()
  expect(await dueOf(bill.id)).toBe(0)
  expect(await hub.balance('customer/walkUp')).toBe(-10_000)
  expect(await hub.balance('means/stripe')).toBe(10_000 - (paid.feeMinor ?? 0))
})

test('the history of a payment tells each thing once, with its amount and by whom', async () => {
  const payment = await paidBill()
  hub.later(MINUTE)
  await give(payment, 2_000)
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

test('a card that is declined on the page may be followed by another', async () => {
  const bill = await hub.bill()
  const payment = await opened({ billId: bill.id, means: 'checkout' })
  await hub.settle()
  await expect(payOnPage(payment, '4000000000009995')).rejects.toThrow('insufficient funds')
  hub.later(2_000)
  await hub.settle()
  expect(await paymentNow(payment)).toMatchObject({ state: 'open' })
  await payOnPage(payment)
  expect(await paymentNow(payment)).toMatchObject({ state: 'paid', failureCode: null })
})

test('told the same again and again, nothing is taken twice', async () => {
  const { billId } = await paidBill()
  for (let turn = 0; turn < 3; turn += 1) {
    hub.later(MINUTE)
    await hub.settle()
  }
  expect(await hub.balance('customer/walkUp')).toBe(-10_000)
  expect(await dueOf(billId)).toBe(0)
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
    const payment = await opened({ billId: (await hub.bill()).id, means: 'checkout' })
    await hub.settle()
    const { stripeCheckoutSessionId } = await paymentNow(payment)
    const page = await hub.atStripe.checkout.sessions.retrieve(stripeCheckoutSessionId ?? '')
    return page.success_url
  }
  expect(await comesTo()).toBe('https://stripe.com/')
  expect((await wish('https://site.example/thanks')).status).toBe(200)
  expect(await comesTo()).toBe('https://site.example/thanks')
})

test('a Swish request comes with its QR, and is paid when its holder says so', async () => {
  const bill = await hub.bill()
  const payment = await opened({ billId: bill.id, means: 'swish' })
  await hub.settle()
  const open = await paymentNow(payment)
  expect(open).toMatchObject({ state: 'open' })
  expect(open.qrData).not.toBeNull()
  hub.double.controls.holderAnswers(open.stripePaymentIntentId ?? '', true)
  hub.later(2_000)
  await hub.settle()
  expect(await paymentNow(payment)).toMatchObject({ state: 'paid', qrData: null })
})

test('a Swish request that is turned down has failed, is ended at Stripe, and another may follow', async () => {
  const bill = await hub.bill()
  const payment = await opened({ billId: bill.id, means: 'swish' })
  await hub.settle()
  const { stripePaymentIntentId } = await paymentNow(payment)
  hub.double.controls.holderAnswers(stripePaymentIntentId ?? '', false)
  hub.later(2_000)
  await hub.settle()
  expect((await paymentNow(payment)).state).toBe('failed')
  const intent = await hub.atStripe.paymentIntents.retrieve(stripePaymentIntentId ?? '')
  expect(intent.status).toBe('canceled')
  await opened({ billId: bill.id, means: 'checkout' })
})

test('what is held is taken up to what the stay costs, and the rest is let go', async () => {
  const bill = await hub.bill({ state: 'running', inclMinor: 0, dueMinor: 0, finalAt: null })
  const asked = { billId: bill.id, means: 'checkout', capture: 'manual', amountMinor: 20_000 }
  const payment = await opened(asked)
  await hub.settle()
  await payOnPage(payment)
  expect((await paymentNow(payment)).state).toBe('held')
  expect((await hub.face.store.reads.get('bill', bill.id))?.heldMinor).toBe(20_000)
  await hub.end(bill.id, { inclMinor: 7_350 })
  expect((await paymentNow(payment)).state).toBe('capturing')
  await hub.settle()
  expect(await paymentNow(payment)).toMatchObject({ state: 'paid', capturedMinor: 7_350 })
  expect(await dueOf(bill.id)).toBe(0)
  expect((await hub.detail(payment.id)).refunds).toEqual([])
})

test('a hold of a booking that is cancelled is let go, and nothing was ever taken', async () => {
  const bill = await hub.bill({ state: 'estimated', dueMinor: 0, finalAt: null })
  const payment = await opened({ billId: bill.id, means: 'checkout', capture: 'manual' })
  await hub.settle()
  await payOnPage(payment)
  await hub.end(bill.id, { state: 'void' })
  await hub.settle()
  expect((await paymentNow(payment)).state).toBe('cancelled')
  expect(await hub.balance('means/stripe')).toBe(0)
})

test('what was paid ahead of a stay that never was is given back by itself', async () => {
  const bill = await hub.bill({ state: 'estimated', dueMinor: 0, finalAt: null })
  const payment = await opened({ billId: bill.id, means: 'checkout' })
  await hub.settle()
  await payOnPage(payment)
  await hub.end(bill.id, { state: 'void' })
  await hub.settle()
  expect((await hub.detail(payment.id)).refunds).toMatchObject([
    { amountMinor: 10_000, state: 'succeeded' },
  ])
  expect(await hub.balance('customer/walkUp')).toBe(0)
})

test('a refund is never of more than is left, and its money leaves the ledger once', async () => {
  const payment = await paidBill()
  expect((await give(payment, 6_000)).status).toBe(201)
  expect((await give(payment, 4_001)).body).toMatchObject({
    code: 'ABOVE_REFUNDABLE',
    data: { refundableMinor: 4_000 },
  })
  expect((await give(payment, 4_000)).status).toBe(201)
  await hub.settle()
  const detail = await hub.detail(payment.id)
  expect(detail.refunds.map(({ state }) => state)).toEqual(['succeeded', 'succeeded'])
  expect(detail.notRefundable).toBe('allRefunded')
  expect(await hub.balance('customer/walkUp')).toBe(0)
})

test('a refund that comes back gives its amount back to the payment', async () => {
  const payment = await paidBill()
  const { body: refund } = await give(payment, 10_000)
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
  const payment = await paidBill()
  const disputeId = hub.double.controls.openDispute(payment.stripeChargeId ?? '')
  hub.later(MINUTE)
  await hub.settle()
  expect((await give(payment, 100)).body).toMatchObject({ code: 'PAYMENT_DISPUTED' })
  expect((await paymentNow(payment)).disputed).toBe(true)
  expect((await hub.detail(payment.id)).refunds).toEqual([])
  expect(await hub.balance('dispute')).toBe(10_000)
  hub.double.controls.decideDispute(disputeId, 'lost')
  hub.later(MINUTE)
  await hub.settle()
  expect(await hub.balance('dispute')).toBe(0)
  expect(await hub.balance('writeOff')).toBe(10_000)
})

test('a page that is called off can’t be paid any more', async () => {
  const bill = await hub.bill()
  const payment = await opened({ billId: bill.id, means: 'checkout' })
  await hub.settle()
  await hub.post(`/payments/${payment.id}/cancel`, { note: 'Pays in cash' })
  await hub.settle()
  const { state, stripeCheckoutSessionId } = await paymentNow(payment)
  expect(state).toBe('cancelled')
  expect(() => hub.double.controls.payOnPage(stripeCheckoutSessionId ?? '', VISA)).toThrow(
    'expired',
  )
})

test('a payer who paid while the page was being called off has paid', async () => {
  const bill = await hub.bill()
  const payment = await opened({ billId: bill.id, means: 'checkout' })
  await hub.settle()
  const { stripeCheckoutSessionId } = await paymentNow(payment)
  hub.double.controls.payOnPage(stripeCheckoutSessionId ?? '', VISA)
  await hub.post(`/payments/${payment.id}/cancel`)
  await hub.settle()
  expect((await paymentNow(payment)).state).toBe('paid')
  expect(await dueOf(bill.id)).toBe(0)
})

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
  expect(await dueOf(bill.id)).toBe(0)
  expect((await give(cash, 10_050)).body.state).toBe('succeeded')
  expect(await hub.balance('means/cash')).toBe(0)
  expect(await hub.balance('rounding')).toBe(0)
})

test('cash is taken while Stripe is out of reach, and what waited for Stripe is given up', async () => {
  hub.double.faults.offline(true)
  const bill = await hub.bill()
  const payment = await opened({ billId: bill.id, means: 'checkout' })
  await hub.settle()
  const account = await hub.face.ask<{ state: string }>('GET', '/stripe')
  expect(account.body.state).toBe('unreachable')
  const cash = await hub.post<Payment>('/payments/manual', { billId: bill.id, means: 'cash' })
  expect(cash.body.state).toBe('paid')
  hub.double.faults.offline(false)
  hub.later(HOUR)
  for (let turn = 0; turn < 3; turn += 1) await hub.settle()
  expect(['cancelled', 'expired']).toContain((await paymentNow(payment)).state)
  expect(await dueOf(bill.id)).toBe(0)
})

test.each([
  [{ means: 'checkout' }, { dueMinor: 299 }, 'BELOW_MINIMUM', 'Take it in cash, or waive it'],
  [{ means: 'swish' }, { currency: 'EUR' }, 'SWISH_ONLY_SEK', 'Swedish kronor only'],
  [{ means: 'swish', capture: 'manual' }, {}, 'SWISH_TAKES_AT_ONCE', 'can’t hold money'],
  [{ means: 'checkout' }, { dueMinor: 0 }, 'BILL_SETTLED', 'Nothing is due'],
  [{ means: 'checkout', amountMinor: 10_001 }, {}, 'ABOVE_DUE', 'more than what is due'],
  [{ means: 'reader', readerId: 'tmr_none' }, {}, 'NO_SUCH_READER', 'no such card reader'],
])(
  'opening %o of a bill with %o is refused with %s, and nothing is begun',
  async (wish, told, code, says) => {
    const bill = await hub.bill(told)
    const { status, body } = await hub.open({ billId: bill.id, ...wish })
    expect([status, body.code]).toEqual([409, code])
    expect(body.message).toContain(says)
    expect(await hub.face.store.reads.find('payment', {})).toEqual([])
    expect(await hub.face.store.reads.find('stripeCall', {})).toEqual([])
  },
)

test('without a key Stripe is not asked for, and with one that is locked it waits for its passphrase', async () => {
  const bill = await hub.bill()
  hub.keys.hold({ state: 'none' })
  const without = await hub.open({ billId: bill.id, means: 'checkout' })
  expect(without.body).toMatchObject({ code: 'STRIPE_NOT_SET_UP' })
  hub.keys.hold({ state: 'locked' })
  const locked = await hub.open({ billId: bill.id, means: 'checkout' })
  expect(locked.body).toMatchObject({ code: 'STRIPE_LOCKED' })
  expect(await hub.face.store.reads.find('payment', {})).toEqual([])
})

test('a payment made with a test key is not refunded with a live one', async () => {
  const payment = await paidBill()
  hub.keys.hold({ state: 'held', key: 'rk_live_0123456789abcdef' })
  expect((await give(payment, 100)).body).toMatchObject({ code: 'OTHER_MODE' })
})

test('a receipt has the next number, comes back the same, and its copies are counted', async () => {
  const payment = await paidBill()
  const other = await paidBill()
  const { body: first } = await hub.post<Receipt>(`/payments/${payment.id}/receipt`)
  const { body: second } = await hub.post<Receipt>(`/payments/${other.id}/receipt`)
  expect([first.number, second.number]).toEqual([1, 2])
  expect((await hub.post(`/payments/${payment.id}/receipt`)).body).toEqual(first)
  await hub.post('/receipts/1/printed')
  expect((await hub.post<Receipt>('/receipts/1/printed')).body.copies).toBe(2)
  expect((await hub.face.ask<Refused>('GET', '/receipts/3')).body.code).toBe('NO_RECEIPT')
  const found = await hub.face.ask<{ rows: { payment: Payment }[] }>('GET', '/payments?search=2')
  expect(found.body.rows.map((row) => row.payment.id)).toContain(other.id)
})

test('nothing is made out for what is not paid, nor for a refund that gave nothing', async () => {
  const bill = await hub.bill()
  const payment = await opened({ billId: bill.id, means: 'checkout' })
  const refused = await hub.post<Refused>(`/payments/${payment.id}/receipt`)
  expect(refused.body.code).toBe('NOTHING_PAID')
})

test('a reminder makes one link, and counts how often the payer was reminded', async () => {
  const bill = await hub.bill()
  const { body: first } = await hub.post<Payment>(`/bills/${bill.id}/remind`)
  const { body: second } = await hub.post<Payment>(`/bills/${bill.id}/remind`)
  expect(second.id).toBe(first.id)
  expect(await hub.face.store.reads.get('bill', bill.id)).toMatchObject({ reminders: 2 })
})

test('payments are found by plate, last four digits, amount and Stripe’s ids, newest first in pages', async () => {
  const first = await paidBill()
  hub.later(MINUTE)
  const second = await paidBill()
  const found = async (query: string) =>
    (
      await hub.face.ask<{ rows: { payment: Payment }[]; next: string | null }>(
        'GET',
        `/payments?${query}`,
      )
    ).body
  const ids = async (query: string) => (await found(query)).rows.map(({ payment }) => payment.id)
  for (const search of ['abc%20123', 'ABC-123', '4242', '100,00', '100'])
    expect(await ids(`search=${search}`)).toEqual([second.id, first.id])
  expect(await ids(`search=${first.stripePaymentIntentId}`)).toEqual([first.id])
  expect(await ids('search=nobody')).toEqual([])
  expect(await ids('means=cash')).toEqual([])
  const page = await found('limit=1')
  expect(page.rows.map(({ payment }) => payment.id)).toEqual([second.id])
  expect(await ids(`limit=1&after=${page.next}`)).toEqual([first.id])
})
