import type { Stripe } from 'stripe'
import { describe, expect, it } from 'vitest'
import { HOUR_MS, newBench, NOON, refusal, toldTypes } from '../test-bench/client.ts'

const line = {
  price_data: { currency: 'sek', unit_amount: 12_500, product_data: { name: 'Charging' } },
  quantity: 1,
}
const page: Stripe.Checkout.SessionCreateParams = {
  mode: 'payment',
  line_items: [line],
  client_reference_id: 'booking-1',
  success_url: 'https://site.example/done',
  payment_intent_data: { metadata: { booking: 'booking-1' } },
}
const held = { ...page, payment_intent_data: { capture_method: 'manual' as const } }

describe('a page to pay on', () => {
  it('is open without an intent until somebody pays', async () => {
    const { stripe } = newBench()
    const session = await stripe.checkout.sessions.create(page)
    expect(session).toMatchObject({
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      amount_total: 12_500,
      client_reference_id: 'booking-1',
      payment_method_types: ['card', 'swish'],
      url: `http://double.test/c/pay/${session.id}`,
      expires_at: NOON / 1000 + 24 * 3600,
    })
    expect(session.id).toMatch(/^cs_test_/)
  })

  it('is complete and paid once a card pays', async () => {
    const { stripe, double } = newBench()
    const { id } = await stripe.checkout.sessions.create(page)
    double.controls.payOnPage(id, '4242 4242 4242 4242')
    const paid = await stripe.checkout.sessions.retrieve(id, {
      expand: ['payment_intent', 'line_items'],
    })
    expect(paid).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      url: null,
      payment_intent: { status: 'succeeded', metadata: { booking: 'booking-1' } },
      line_items: { data: [{ description: 'Charging', amount_total: 12_500 }] },
    })
    expect(await toldTypes(stripe)).toContain('checkout.session.completed')
  })

  it('stays open after a decline, and the same intent is tried again', async () => {
    const { stripe, double } = newBench()
    const { id } = await stripe.checkout.sessions.create(page)
    expect(() => double.controls.payOnPage(id, '4000000000009995')).toThrow('insufficient funds')
    const { payment_intent: intent, status } = await stripe.checkout.sessions.retrieve(id)
    expect(status).toBe('open')
    double.controls.payOnPage(id, '4242424242424242')
    expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({
      status: 'complete',
      payment_intent: intent,
    })
  })

  it('that holds is complete but unpaid until the hold is captured', async () => {
    const { stripe, double } = newBench()
    const { id, payment_method_types: means } = await stripe.checkout.sessions.create(held)
    expect(means).toEqual(['card'])
    double.controls.payOnPage(id, '4242424242424242')
    const complete = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] })
    expect(complete).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
      payment_intent: { status: 'requires_capture' },
    })
    const intent = complete.payment_intent
    if (intent === null || typeof intent === 'string') throw new Error('no intent')
    await stripe.paymentIntents.capture(intent.id, { amount_to_capture: 5000 })
    expect((await stripe.checkout.sessions.retrieve(id)).payment_status).toBe('paid')
  })

  it('waits for the bank’s page and is complete after it', async () => {
    const { stripe, double } = newBench()
    const { id } = await stripe.checkout.sessions.create(page)
    double.controls.payOnPage(id, '4000002500003155')
    const { payment_intent: intent, status } = await stripe.checkout.sessions.retrieve(id)
    expect(status).toBe('open')
    double.controls.holderAnswers(String(intent), true)
    expect((await stripe.checkout.sessions.retrieve(id)).status).toBe('complete')
  })

  it('expires by itself, half an hour to a day later', async () => {
    const { stripe, double } = newBench()
    const inMinutes = (minutes: number) => NOON / 1000 + minutes * 60
    for (const minutes of [29, 24 * 60 + 1]) {
      const asked = { ...page, expires_at: inMinutes(minutes) }
      expect((await refusal(stripe.checkout.sessions.create(asked))).param).toBe('expires_at')
    }
    const { id } = await stripe.checkout.sessions.create({ ...page, expires_at: inMinutes(30) })
    double.controls.advance(HOUR_MS / 2)
    expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({
      status: 'expired',
      url: null,
    })
    expect(await toldTypes(stripe)).toEqual(['checkout.session.expired'])
    expect(() => double.controls.payOnPage(id, '4242424242424242')).toThrow('status of expired')
  })

  it('can be closed by the site, once, and its intent is given up', async () => {
    const { stripe, double } = newBench()
    const { id } = await stripe.checkout.sessions.create(page)
    expect(() => double.controls.payOnPage(id, '4000000000000002')).toThrow('declined')
    expect((await stripe.checkout.sessions.expire(id)).status).toBe('expired')
    const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(id)
    expect((await stripe.paymentIntents.retrieve(String(intent))).status).toBe('canceled')
    expect((await refusal(stripe.checkout.sessions.expire(id))).message).toBe(
      'Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of expired.',
    )
  })

  it('a line without a price is told by its own place', async () => {
    const { stripe } = newBench()
    const bare = { ...line, price_data: { currency: 'sek', product_data: { name: 'Parking' } } }
    const asked = stripe.checkout.sessions.create({ ...page, line_items: [line, bare] })
    expect((await refusal(asked)).message).toContain('line_items[1][price_data][unit_amount]')
  })

  it('takes no less than the least amount', async () => {
    const { stripe } = newBench()
    const cheap = { ...line, price_data: { ...line.price_data, unit_amount: 299 } }
    const error = await refusal(stripe.checkout.sessions.create({ ...page, line_items: [cheap] }))
    expect(error.code).toBe('amount_too_small')
  })
})

describe('Swish', () => {
  const swish: Stripe.PaymentIntentCreateParams = {
    amount: 12_500,
    currency: 'sek',
    allowed_payment_method_types: ['swish'],
    confirm: true,
    payment_method_data: { type: 'swish' },
  }

  it('shows a code for three minutes, and pays when its holder says yes', async () => {
    const { stripe, double } = newBench()
    const intent = await stripe.paymentIntents.create(swish)
    expect(intent).toMatchObject({ status: 'requires_action', latest_charge: null })
    expect(intent.next_action?.swish_handle_redirect_or_display_qr_code).toMatchObject({
      hosted_instructions_url: `http://double.test/swish/${intent.id}`,
      qr_code: { expires_at: NOON / 1000 + 180 },
    })
    double.controls.holderAnswers(intent.id, true)
    const paid = await stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge'] })
    expect(paid).toMatchObject({
      status: 'succeeded',
      next_action: null,
      latest_charge: { payment_method_details: { type: 'swish' } },
    })
    expect(JSON.stringify(paid.latest_charge)).toContain('"py_')
  })

  it('comes to nothing when nobody pays in time', async () => {
    const { stripe, double } = newBench()
    const { id } = await stripe.paymentIntents.create(swish)
    double.controls.advance(180_000)
    expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_payment_attempt_expired' },
    })
  })

  it('pays kronor alone, and holds nothing', async () => {
    const { stripe } = newBench()
    const inEuro = await refusal(stripe.paymentIntents.create({ ...swish, currency: 'eur' }))
    expect(inEuro.param).toBe('allowed_payment_method_types')
    const onHold = await refusal(
      stripe.paymentIntents.create({ ...swish, capture_method: 'manual' }),
    )
    expect(onHold.param).toBe('capture_method')
  })

  it('gives money back in its own time', async () => {
    const { stripe, double } = newBench()
    const { id } = await stripe.paymentIntents.create(swish)
    double.controls.holderAnswers(id, true)
    const refund = await stripe.refunds.create({ payment_intent: id, amount: 500 })
    expect(refund.status).toBe('pending')
    double.controls.advance(24 * HOUR_MS)
    expect((await stripe.refunds.retrieve(refund.id)).status).toBe('succeeded')
  })
})
