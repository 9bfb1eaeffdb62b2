import { afterEach, beforeEach, expect, test } from 'vitest'
import { MINUTE, SECOND } from '../../../../shared/time/instant.ts'
import { TEST_KEY } from '../../../demo/stripe/double.ts'
import { webhookSignature } from '../../../demo/stripe/http/webhook.ts'
import { type PayingHub, payingHub } from '../test-bench/paying-hub.ts'

const SECRET = 'whsec_0123456789abcdef0123456789'
const VISA = '4242424242424242'

let hub: PayingHub
beforeEach(async () => {
  hub = await payingHub({ webhookSecret: SECRET })
})
afterEach(() => hub.close())

/** What Stripe would send of all that has happened, oldest first. */
async function happened(): Promise<string[]> {
  const { data } = await hub.atStripe.events.list({ limit: 100 })
  return data.map((event) => JSON.stringify(event)).reverse()
}

async function send(
  body: string,
  signature = signed(body),
): Promise<{ status: number; text: string }> {
  const headers = { 'content-type': 'application/json', 'stripe-signature': signature }
  const answer = await fetch(`${hub.face.url}/stripe/webhook`, { method: 'POST', headers, body })
  return { status: answer.status, text: await answer.text() }
}

const signed = (body: string, { secret = SECRET, agoMs = 0 } = {}) =>
  webhookSignature(body, secret, hub.face.now - agoMs)

/** A payment that was paid on Stripe's page, which nobody here has heard of yet. */
async function paidUnheard(): Promise<string> {
  const bill = await hub.bill()
  const opened = await hub.open({ billId: bill.id, means: 'checkout' })
  await hub.settle()
  const { payment } = await hub.detail(opened.body.id)
  hub.double.controls.payOnPage(payment.stripeCheckoutSessionId ?? '', VISA)
  return payment.id
}

const stateOf = async (id: string) => (await hub.detail(id)).payment.state
const taken = async () => (await hub.face.store.reads.find('stripeEvent', {})).length

test('what Stripe sends is taken in before it is answered, without being asked for', async () => {
  const id = await paidUnheard()
  for (const body of await happened()) expect((await send(body)).status).toBe(200)
  expect(await stateOf(id)).toBe('paid')
  expect(await hub.balance('customer/walkUp')).toBe(-10_000)
})

test('sent twice, and in another order, each event counts once', async () => {
  const id = await paidUnheard()
  const all = await happened()
  const before = await taken()
  for (const body of [...all.toReversed(), ...all]) expect((await send(body)).status).toBe(200)
  await hub.settle()
  expect(await stateOf(id)).toBe('paid')
  expect(await taken()).toBeLessThanOrEqual(before + all.length)
  expect(await hub.balance('customer/walkUp')).toBe(-10_000)
})

test('sent at the same time, each event counts once', async () => {
  const id = await paidUnheard()
  const all = await happened()
  const answers = await Promise.all([...all, ...all].map((body) => send(body)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(await stateOf(id)).toBe('paid')
  expect(await hub.balance('customer/walkUp')).toBe(-10_000)
})

test('what Stripe has not signed just now is refused with one answer, and changes nothing', async () => {
  const id = await paidUnheard()
  const before = await taken()
  const body = (await happened()).at(-1) ?? ''
  const live = body.replaceAll('"livemode":false', '"livemode":true')
  const answers = [
    await send(body, signed(body, { secret: 'whsec_another0123456789abcdef' })),
    await send(body, signed(body, { agoMs: 301 * SECOND })),
    await send(`${body} `, signed(body)),
    await send(body, 'nothing'),
    await send('{}'),
    await send('not json'),
    await send(live),
  ]
  expect(live).not.toBe(body)
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400))
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect([await stateOf(id), await taken()]).toEqual(['open', before])
})

test('what was signed up to five minutes ago is taken: it may have been on its way', async () => {
  await paidUnheard()
  const body = (await happened()).at(-1) ?? ''
  expect((await send(body, signed(body, { agoMs: 299 * SECOND }))).status).toBe(200)
})

test('while Stripe can’t be asked, it is told to send again, and then is heard', async () => {
  const id = await paidUnheard()
  const all = await happened()
  const before = await taken()
  hub.keys.hold({ state: 'locked' })
  for (const body of all) expect((await send(body)).status).toBe(503)
  expect([await stateOf(id), await taken()]).toEqual(['open', before])
  hub.keys.hold({ state: 'held', key: TEST_KEY })
  await hub.idle()
  for (const body of all) expect((await send(body)).status).toBe(200)
  expect(await stateOf(id)).toBe('paid')
})

test('an event whose object Stripe doesn’t give just now is not taken, and is sent again', async () => {
  const id = await paidUnheard()
  const all = await happened()
  const before = await taken()
  hub.double.faults.offline(true)
  expect((await send(all.at(-1) ?? '')).status).toBe(503)
  expect([await stateOf(id), await taken()]).toEqual(['open', before])
  hub.double.faults.offline(false)
  expect((await send(all.at(-1) ?? '')).status).toBe(200)
})

test('an event that means nothing here is remembered and answered, so that it isn’t sent again', async () => {
  const event = { id: 'evt_other', type: 'customer.created', created: 1, livemode: false }
  const body = JSON.stringify({
    ...event,
    object: 'event',
    data: { object: { id: 'cus_1', object: 'customer' } },
  })
  expect((await send(body)).status).toBe(200)
  expect(await hub.face.store.reads.get('stripeEvent', 'evt_other')).toBeDefined()
})

test('more than 256 KiB are not read, and only POST is taken', async () => {
  expect((await send('x'.repeat(256 * 1024 + 1))).status).toBe(413)
  expect((await fetch(`${hub.face.url}/stripe/webhook`)).status).toBe(405)
})

test('Stripe is still asked for events, seldom: what was not sent is heard so', () => {
  const { chores, steps } = hub.face.money.payments
  expect(chores.find(({ run }) => run === steps.events)?.everyMs).toBe(5 * MINUTE)
})

test('without its secret there is no webhook', async () => {
  const other = await payingHub()
  try {
    const answer = await fetch(`${other.face.url}/stripe/webhook`, { method: 'POST', body: '{}' })
    expect(answer.status).toBe(401)
    expect(other.face.money.payments.stripe.takeWebhook).toBeNull()
  } finally {
    await other.close()
  }
})
