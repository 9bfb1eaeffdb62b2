import { describe, expect, it } from 'vitest'
import { client, hold, newBench, pay, refusal, toldTypes } from '../test-bench/client.ts'

const readOnly = 'rk_test_readonly000000000000'
const live = 'rk_live_everything0000000000'

describe('a key', () => {
  const bench = () =>
    newBench({
      keys: {
        rk_test_double0000000000000000: { rights: 'all' },
        [readOnly]: { rights: ['rak_payment_intent_read', 'rak_refund_write'] },
        [live]: { rights: 'all' },
        rk_test_rolled000000000000000: { rights: 'all', state: 'expired' },
      },
    })

  it('without the right is told which one is missing, and shows no more than its end', async () => {
    const { double } = bench()
    const stripe = client(double, readOnly)
    const error = await refusal(stripe.paymentIntents.create({ amount: 500, currency: 'sek' }))
    expect(error).toMatchObject({ statusCode: 403, type: 'StripePermissionError' })
    expect(error.message).toBe(
      `The provided key 'rk_test_****************0000' does not have the required permissions for this endpoint on account '${double.accountId}'. Having the 'rak_payment_intent_write' permission would allow this request to continue.`,
    )
    expect((await stripe.paymentIntents.list()).data).toEqual([])
  })

  it('that may write may read', async () => {
    const { double } = bench()
    expect((await client(double, readOnly).refunds.list()).data).toEqual([])
  })

  it('that nobody knows, or that ran out, opens nothing', async () => {
    const { double } = bench()
    const unknown = await refusal(client(double, 'rk_test_nobody12345').balance.retrieve())
    expect(unknown).toMatchObject({ statusCode: 401, type: 'StripeAuthenticationError' })
    expect(unknown.message).toBe('Invalid API Key provided: rk_test_*******2345')
    const rolled = client(double, 'rk_test_rolled000000000000000')
    expect((await refusal(rolled.balance.retrieve())).code).toBe('api_key_expired')
  })

  it('opens its own mode alone, and every object tells it', async () => {
    const { double, stripe } = bench()
    const real = client(double, live)
    const made = await real.paymentIntents.create({ amount: 5000, currency: 'sek' })
    expect(made.livemode).toBe(true)
    expect(await refusal(stripe.paymentIntents.retrieve(made.id))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
      message: `No such payment_intent: '${made.id}'; a similar object exists in live mode, but a test mode key was used to make this request.`,
    })
    const token = real.paymentIntents.confirm(made.id, {
      payment_method: 'pm_card_visa',
      return_url: 'https://site.example',
    })
    expect((await refusal(token)).statusCode).toBe(404)
  })
})

describe('a request', () => {
  it('with a parameter that Stripe doesn’t know is refused by its name', async () => {
    const { stripe } = newBench()
    const asked = { amount: 500, currency: 'sek', payment_method_types: ['card'] }
    expect(await refusal(stripe.paymentIntents.create(asked))).toMatchObject({
      statusCode: 400,
      type: 'StripeInvalidRequestError',
      code: 'parameter_unknown',
      param: 'payment_method_types',
      message: 'Received unknown parameter: payment_method_types',
    })
  })

  it('without one that Stripe needs is refused by its name', async () => {
    const { double } = newBench()
    const bare = await double.handle({
      method: 'POST',
      path: '/v1/payment_intents',
      headers: { authorization: 'Bearer rk_test_double0000000000000000' },
      body: 'amount=500',
    })
    if (bare.kind !== 'answer') throw new Error(bare.kind)
    expect(bare.status).toBe(400)
    expect(JSON.parse(bare.body)).toMatchObject({
      error: { code: 'parameter_missing', param: 'currency' },
    })
    expect(bare.headers['request-id']).toMatch(/^req_/)
  })

  it('to nowhere is told so', async () => {
    const { stripe } = newBench()
    const error = await refusal(stripe.customers.list())
    expect(error.statusCode).toBe(404)
    expect(error.message).toContain('Unrecognized request URL (GET: /v1/customers).')
  })

  it('keeps metadata as text, lets a key go when it is emptied, and all when all is', async () => {
    const { stripe } = newBench()
    const { id, metadata } = await stripe.paymentIntents.create({
      amount: 5000,
      currency: 'sek',
      metadata: { 0: 'zero', kWh: 42, site: 'Umeå & Co [1]' },
    })
    expect(metadata).toEqual({ 0: 'zero', kWh: '42', site: 'Umeå & Co [1]' })
    const less = await stripe.paymentIntents.update(id, { metadata: { kWh: '' } })
    expect(less.metadata).toEqual({ 0: 'zero', site: 'Umeå & Co [1]' })
    expect((await stripe.paymentIntents.update(id, { metadata: '' })).metadata).toEqual({})
  })

  it('can’t expand what is no object', async () => {
    const { stripe } = newBench()
    const { id } = await pay(stripe, 5000)
    const error = await refusal(stripe.paymentIntents.retrieve(id, { expand: ['status'] }))
    expect(error.message).toBe('This property cannot be expanded (status).')
  })
})

describe('a list', () => {
  it('is read page by page, newest first, to its end', async () => {
    const { stripe } = newBench()
    const made = []
    for (let amount = 500; amount < 525; amount += 1) made.push((await pay(stripe, amount)).id)
    const read = await stripe.paymentIntents
      .list({ limit: 10, expand: ['data.latest_charge'] })
      .autoPagingToArray({ limit: 100 })
    expect(read.map(({ id }) => id)).toEqual(made.toReversed())
    expect(read[0]?.latest_charge).toMatchObject({ object: 'charge' })
  })

  it('before a cursor gives what lies next to it, not the newest', async () => {
    const { stripe } = newBench()
    const ids = []
    for (const amount of [500, 501, 502, 503, 504]) ids.push((await pay(stripe, amount)).id)
    const page = await stripe.paymentIntents.list({ ending_before: ids[0] ?? '', limit: 2 })
    expect(page.data.map(({ amount }) => amount)).toEqual([502, 501])
    expect(page.has_more).toBe(true)
  })

  it('is no longer than a hundred, and knows its cursors', async () => {
    const { stripe } = newBench()
    expect((await refusal(stripe.events.list({ limit: 101 }))).param).toBe('limit')
    expect(await refusal(stripe.events.list({ ending_before: 'evt_gone' }))).toMatchObject({
      code: 'resource_missing',
      param: 'ending_before',
    })
  })
})

describe('events', () => {
  it('are told by type for thirty days, and keep the object as it was', async () => {
    const { stripe, double } = newBench()
    const { id } = await hold(stripe, 5000)
    await stripe.paymentIntents.cancel(id)
    const { data } = await stripe.events.list({ types: ['payment_intent.created'] })
    expect(data).toMatchObject([{ data: { object: { id, status: 'requires_payment_method' } } }])
    const [event] = data
    expect((await stripe.events.retrieve(event?.id ?? '')).type).toBe('payment_intent.created')
    double.controls.advance(30 * 86_400_000 + 1000)
    expect(await toldTypes(stripe)).toEqual([])
    expect((await refusal(stripe.events.list({ ending_before: event?.id ?? '' }))).code).toBe(
      'resource_missing',
    )
  })
})
