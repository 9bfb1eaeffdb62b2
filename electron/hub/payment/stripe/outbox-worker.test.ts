import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Fault } from '../../../demo/stripe/fault/fault.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import { HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import { type PayingHub, payingHub, type Refused } from '../test-bench/paying-hub.ts'
import { type SiteAndStripe, siteAndStripe } from '../test-bench/site-and-stripe.ts'
import { openPayment } from '../open.ts'
import { aBill } from '../../../../shared/domain/payment/payment-fixture.ts'

const CREATE = 'POST /v1/checkout/sessions'
const NOON = Date.UTC(2026, 10, 26, 12)

let hub: PayingHub
beforeEach(async () => {
  hub = await payingHub()
})
afterEach(() => hub.close())

const send = () => hub.face.money.payments.steps.send()
const theCall = async (id: string) => (await hub.detail(id)).calls[0]
const pages = async (id: string) => {
  const { stripeCheckoutSessionId } = (await hub.detail(id)).payment
  return stripeCheckoutSessionId
}

async function opened(): Promise<Payment> {
  const bill = await hub.bill()
  const { status, body } = await hub.open({ billId: bill.id, means: 'checkout' })
  expect(status).toBe(201)
  return body
}

/** How many pages Stripe has made. */
async function pagesAtStripe(): Promise<number> {
  const made = await hub.atStripe.checkout.sessions.list({ limit: 100 })
  return made.data.length
}

test.each<[string, Fault]>([
  ['the answer is lost after it was done', { kind: 'timeout', when: 'after' }],
  ['the request is lost before it was done', { kind: 'timeout', when: 'before' }],
  ['the line breaks after it was done', { kind: 'reset', when: 'after' }],
  ['Stripe fails after it was done', { kind: 'error', when: 'after' }],
  ['Stripe fails before it was done', { kind: 'error', when: 'before' }],
  ['too much was asked at once', { kind: 'rate-limit' }],
  ['the same request is still under way', { kind: 'conflict' }],
])('when %s, there is one page in the end', async (_, fault) => {
  hub.double.faults.once(fault, CREATE)
  const payment = await opened()
  for (let turn = 0; turn < 4; turn += 1) {
    await send()
    hub.later(MINUTE)
  }
  expect((await hub.detail(payment.id)).payment.state).toBe('open')
  expect(await pages(payment.id)).not.toBeNull()
  expect(await pagesAtStripe()).toBe(1)
})

test('a failure of Stripe’s is not asked about under its key again, but made under a new one', async () => {
  hub.double.faults.once({ kind: 'error', when: 'before' }, CREATE)
  const payment = await opened()
  await send()
  const { idempotencyKey } = (await theCall(payment.id)) ?? {}
  hub.later(MINUTE)
  await send()
  expect((await theCall(payment.id))?.idempotencyKey).not.toBe(idempotencyKey)
})

test('what was told a day ago and can’t be found is unknown until a person resolves it', async () => {
  hub.double.faults.once({ kind: 'timeout', when: 'before' }, CREATE)
  const payment = await opened()
  await send()
  hub.later(24 * HOUR)
  await send()
  expect((await hub.detail(payment.id)).payment.state).toBe('unknown')
  const refused = await hub.post<Refused>(`/payments/${payment.id}/refunds`, {
    ...{ amountMinor: 100, reason: 'duplicate', note: 'Test' },
  })
  expect(refused.body.code).toBe('PAYMENT_UNKNOWN')
  expect(await pagesAtStripe()).toBe(0)
  const dropped = await hub.post<Payment>(`/payments/${payment.id}/resolve`, {
    ...{ how: 'drop', note: 'Nothing at Stripe' },
  })
  expect(dropped.body.state).toBe('cancelled')
  const again = await hub.post<Refused>(`/payments/${payment.id}/resolve`, { how: 'look' })
  expect(again.body.code).toBe('NOT_UNKNOWN')
})

test('what is unknown and is found after all is neither dropped nor sent again', async () => {
  hub.double.faults.once({ kind: 'timeout', when: 'after' }, CREATE)
  const payment = await opened()
  await send()
  hub.double.faults.always(({ endpoint }) =>
    endpoint === 'GET /v1/checkout/sessions' ? { kind: 'timeout', when: 'before' } : null,
  )
  hub.later(24 * HOUR)
  await send()
  expect((await theCall(payment.id))?.state).toBe('waiting')
  hub.double.faults.always(null)
  hub.later(MINUTE)
  await send()
  expect((await theCall(payment.id))?.state).toBe('done')
  expect((await hub.detail(payment.id)).payment.state).toBe('expired')
  expect(await pagesAtStripe()).toBe(1)
})

test('a revoked key makes everything wait, says so, and another key goes on where it was', async () => {
  const rights = hub.double.keys.get('rk_test_double0000000000000000')
  hub.double.keys.delete('rk_test_double0000000000000000')
  const payment = await opened()
  await send()
  const account = await hub.face.ask<{ state: string; detail: string }>('GET', '/stripe')
  expect(account.body.state).toBe('refused')
  expect(account.body.detail).toContain('Invalid API Key')
  expect(account.body.detail).not.toContain('double0000')
  expect(await theCall(payment.id)).toMatchObject({
    state: 'waiting',
    errorCode: 'keyRefused',
    firstSentAt: null,
  })
  const key = 'rk_test_another00000000000000000'
  if (rights) hub.double.keys.set(key, rights)
  hub.keys.hold({ state: 'held', key })
  await hub.idle()
  await send()
  expect((await hub.detail(payment.id)).payment.state).toBe('open')
})

test('a key of the other mode sends nothing of this one', async () => {
  const payment = await opened()
  hub.double.keys.set('rk_live_double0000000000000000', { rights: 'all' })
  hub.keys.hold({ state: 'held', key: 'rk_live_double0000000000000000' })
  await hub.idle()
  await send()
  expect(await theCall(payment.id)).toMatchObject({ errorCode: 'otherMode', firstSentAt: null })
  expect(await pagesAtStripe()).toBe(0)
})

test('a payer who is gone before Stripe could be told is not asked any more', async () => {
  hub.double.faults.offline(true)
  const payment = await opened()
  await send()
  expect((await hub.detail(payment.id)).payment.state).toBe('requested')
  hub.double.faults.offline(false)
  hub.later(HOUR)
  await hub.settle()
  await hub.face.money.payments.steps.lookAfter()
  await hub.settle()
  expect((await hub.detail(payment.id)).payment.state).toBe('expired')
})

test.each(['before', 'after'] as const)(
  'killed %s its request was carried out, the next process sends it under the same key',
  async (when) => {
    const site: SiteAndStripe = await siteAndStripe(NOON)
    try {
      const { store } = site
      await store.work('test', (tx) => {
        const bill = aBill({ id: tx.newId() })
        tx.insert('bill', bill)
        openPayment(tx, site.money().payments.side, {
          ...{ billId: bill.id, means: 'checkout', capture: 'automatic' },
          ...{ amountMinor: null, readerId: null, language: 'en' },
        })
      })
      site.line().killNext(when)
      await site.step((money) => money.payments.steps.send())
      const [killed] = await store.reads.find('stripeCall', {})
      expect(killed).toMatchObject({ state: 'sent', attempts: 1 })
      await site.step((money) => money.payments.steps.send())
      const [done] = await store.reads.find('stripeCall', {})
      expect(done).toMatchObject({ state: 'done', idempotencyKey: killed?.idempotencyKey })
      expect((await site.stripe.checkout.sessions.list()).data).toHaveLength(1)
    } finally {
      await site.close()
    }
  },
)
