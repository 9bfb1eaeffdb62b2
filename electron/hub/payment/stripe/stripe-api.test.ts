import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import type { Payout, PayoutRow } from '../../../../shared/domain/payment/payout.ts'
import type { StripeAccount } from '../../../../shared/domain/payment/stripe-account.ts'
import { DAY, MINUTE } from '../../../../shared/time/instant.ts'
import { stripeDouble, TEST_KEY } from '../../../demo/stripe/double.ts'
import { restFace } from '../../rpc/test-bench/rest-face.ts'
import { type PayingHub, payingHub, type Refused } from '../test-bench/paying-hub.ts'
import { stripeClient } from './client.ts'
import { neededRights, probeRights } from './rights-probe.ts'

const VISA = '4242424242424242'

let hub: PayingHub
beforeEach(async () => {
  hub = await payingHub()
})
afterEach(() => hub.close())

const account = async () => (await hub.face.ask<StripeAccount>('GET', '/stripe')).body
const paymentNow = async ({ id }: { id: string }) => (await hub.detail(id)).payment

async function paidOnPage(amountMinor: number): Promise<Payment> {
  const bill = await hub.bill({ inclMinor: amountMinor, dueMinor: amountMinor })
  const { body } = await hub.open({ billId: bill.id, means: 'checkout' })
  await hub.settle()
  hub.double.controls.payOnPage((await paymentNow(body)).stripeCheckoutSessionId ?? '', VISA)
  hub.later(2_000)
  await hub.settle()
  return paymentNow(body)
}

test('a key with all rights is accepted, with the name of its account', async () => {
  const { body } = await hub.post<StripeAccount>('/stripe/check')
  expect(body).toMatchObject({ state: 'ok', mode: 'test', missingRights: [] })
})

test.each(neededRights)(
  'a key without the right %s is refused, and that right is named',
  async (right) => {
    // Who may write may read.
    const without = new Set([right, right.replace(/_read$/, '_write')])
    const rights = neededRights.filter((one) => !without.has(one))
    const double = stripeDouble({ keys: { rk_test_less00000000000000: { rights } } })
    const key = 'rk_test_less00000000000000'
    const stripe = await stripeClient({ key, url: null, fetch: double.fetch })
    expect(await probeRights(stripe, false)).toMatchObject({
      accepted: false,
      code: 'missingRights',
      missing: expect.arrayContaining([right]),
    })
  },
)

test('a revoked key is refused as such, and a Stripe that can’t be reached refuses none', async () => {
  const double = stripeDouble({ keys: {} })
  const key = 'rk_test_gone000000000000000'
  const stripe = await stripeClient({ key, url: null, fetch: double.fetch })
  const refused = await probeRights(stripe, false)
  expect(refused).toMatchObject({ accepted: false, code: 'revoked' })
  expect(JSON.stringify(refused)).not.toContain('gone0000')
  double.faults.offline(true)
  expect(await probeRights(stripe, false)).toMatchObject({ accepted: false, code: 'unreachable' })
})

test('a right that is missed on the way is named, and what needs it waits', async () => {
  hub.double.keys.set(TEST_KEY, {
    rights: neededRights.filter((right) => right !== 'rak_refund_write'),
  })
  const payment = await paidOnPage(10_000)
  await hub.post(`/payments/${payment.id}/refunds`, {
    ...{ amountMinor: 1_000, reason: 'duplicate', note: 'Test' },
  })
  await hub.settle()
  expect(await account()).toMatchObject({ state: 'refused', missingRights: ['rak_refund_write'] })
  expect((await hub.detail(payment.id)).refunds[0]?.state).toBe('requested')
  expect(await hub.balance('customer/walkUp')).toBe(-10_000)
  hub.double.keys.set(TEST_KEY, { rights: 'all' })
  hub.later(6 * MINUTE)
  await hub.settle()
  expect((await hub.detail(payment.id)).refunds[0]?.state).toBe('succeeded')
  expect((await hub.post<StripeAccount>('/stripe/check')).body).toMatchObject({
    ...{ state: 'ok', missingRights: [] },
  })
})

test('asking Stripe while it can’t be reached says so, and changes nothing', async () => {
  hub.double.faults.offline(true)
  for (const ask of [
    hub.post<Refused>('/stripe/check'),
    hub.face.ask<Refused>('GET', '/readers'),
    hub.post<Refused>('/payouts/reconcile'),
  ]) {
    const { status, body } = await ask
    expect([status, body.code]).toEqual([503, 'STRIPE_UNREACHABLE'])
  }
  expect((await account()).state).toBe('unreachable')
})

test('a site without a key can’t be asked about Stripe', async () => {
  hub.keys.hold({ state: 'none' })
  await hub.idle()
  expect((await hub.post<Refused>('/stripe/check')).body.code).toBe('STRIPE_NOT_SET_UP')
  expect((await account()).state).toBe('none')
})

test('a payout is compared row by row, and what is not ours in it is named', async () => {
  const ours = await paidOnPage(10_000)
  const others = await hub.atStripe.paymentIntents.create({
    ...{ amount: 5_000, currency: 'sek', allowed_payment_method_types: ['card'] },
    ...{ confirm: true, payment_method: 'pm_card_visa' },
  })
  for (let day = 0; day < 8; day += 1) {
    hub.later(DAY)
    await hub.settle()
  }
  const { body } = await hub.post<{ rows: Payout[] }>('/payouts/reconcile')
  const rows: PayoutRow[] = []
  for (const { id, amountMinor, explainedMinor, reconciledAt } of body.rows) {
    expect(reconciledAt).not.toBeNull()
    expect(explainedMinor).toBe(amountMinor)
    rows.push(...(await hub.face.ask<{ rows: PayoutRow[] }>('GET', `/payouts/${id}`)).body.rows)
  }
  expect(rows.map(({ paymentId, difference }) => [paymentId, difference]).sort()).toEqual(
    [
      [ours.id, null],
      [null, 'notOurs'],
    ].sort(),
  )
  expect(others.status).toBe('succeeded')
  expect(await hub.balance('bank')).toBe(body.rows.reduce((sum, row) => sum + row.amountMinor, 0))
})

test('after a month without Stripe everything is looked at', async () => {
  const payment = await paidOnPage(10_000)
  hub.later(31 * DAY)
  const refund = await hub.atStripe.refunds.create({
    ...{ payment_intent: payment.stripePaymentIntentId ?? '', amount: 2_500 },
  })
  hub.later(DAY)
  await hub.settle()
  expect((await hub.detail(payment.id)).refunds).toMatchObject([
    { stripeRefundId: refund.id, amountMinor: 2_500, givenBy: 'Stripe' },
  ])
  expect(await hub.balance('customer/walkUp')).toBe(-7_500)
})

test('a refund or a dispute that is told before its payment is not lost for it', async () => {
  hub.double.faults.events((type) =>
    /refund|dispute/.test(type) ? null : { delayMs: 10 * MINUTE },
  )
  const bill = await hub.bill()
  const { body } = await hub.open({ billId: bill.id, means: 'checkout' })
  await hub.face.money.payments.steps.send()
  const page = (await paymentNow(body)).stripeCheckoutSessionId ?? ''
  hub.double.controls.payOnPage(page, VISA)
  const { payment_intent: intent } = await hub.atStripe.checkout.sessions.retrieve(page)
  await hub.atStripe.refunds.create({ payment_intent: String(intent), amount: 1_000 })
  hub.later(2_000)
  await hub.face.money.payments.steps.events()
  expect(await paymentNow(body)).toMatchObject({
    ...{ state: 'paid', capturedMinor: 10_000, refundedMinor: 1_000 },
  })
  hub.double.controls.openDispute((await paymentNow(body)).stripeChargeId ?? '')
  hub.later(2_000)
  await hub.face.money.payments.steps.events()
  expect((await paymentNow(body)).disputed).toBe(true)
  expect(await hub.balance('dispute')).toBeGreaterThan(0)
})

test('a practice site pays through its stand-in and takes no live key', async () => {
  const double = stripeDouble({ pages: 'http://double.test' })
  const face = await restFace(Date.now(), {
    money: { demo: true, stripe: { fetch: double.fetch, wakes: false } },
  })
  try {
    const practise = (key: string) =>
      face.ask<StripeAccount & Refused>('POST', '/stripe/practice', {
        url: 'http://127.0.0.1:1',
        key,
      })
    const live = await practise('rk_live_0123456789abcdef')
    expect([live.status, live.body.code]).toEqual([409, 'LIVE_IN_PRACTICE'])
    const first = await practise(TEST_KEY)
    expect(first.body).toMatchObject({ state: 'ok', mode: 'practice' })
    face.now += MINUTE
    // Named again, as every few seconds, it changes nothing.
    expect((await practise(TEST_KEY)).body).toEqual(first.body)
  } finally {
    await face.close()
  }
})

test('a site that takes real payments has no stand-in', async () => {
  const { body } = await hub.post<Refused>('/stripe/practice', {
    ...{ url: 'http://127.0.0.1:1', key: TEST_KEY },
  })
  expect(body.code).toBe('NOT_PRACTICE')
})
