import type { Stripe } from 'stripe'
import { describe, expect, it } from 'vitest'
import { newBench, NOON, refusal, toldTypes } from '../test-bench/client.ts'

async function withReader() {
  const bench = newBench()
  const { stripe } = bench
  const location = await stripe.terminal.locations.create({
    display_name: 'The yard',
    address: { line1: 'Storgatan 1', city: 'Umeå', country: 'SE', postal_code: '903 26' },
  })
  const reader = await stripe.terminal.readers.create({
    registration_code: 'simulated-wpe',
    label: 'Desk',
    location: location.id,
  })
  return { ...bench, reader }
}

function atDesk(
  stripe: Stripe,
  capture_method: 'automatic' | 'manual' = 'automatic',
): Promise<Stripe.PaymentIntent> {
  return stripe.paymentIntents.create({
    amount: 12_500,
    currency: 'sek',
    allowed_payment_method_types: ['card_present'],
    capture_method,
  })
}

async function offer(stripe: Stripe, readerId: string, intentId: string) {
  return stripe.terminal.readers.processPaymentIntent(readerId, { payment_intent: intentId })
}

describe('a reader', () => {
  it('takes the card that is held to it', async () => {
    const { stripe, reader } = await withReader()
    expect(reader).toMatchObject({ device_type: 'simulated_wisepos_e', status: 'online' })
    const { id } = await atDesk(stripe)
    const asked = await offer(stripe, reader.id, id)
    expect(asked.action).toMatchObject({ type: 'process_payment_intent', status: 'in_progress' })
    const done = await stripe.testHelpers.terminal.readers.presentPaymentMethod(reader.id)
    expect(done.action?.status).toBe('succeeded')
    const paid = await stripe.paymentIntents.retrieve(id, {
      expand: ['latest_charge.balance_transaction'],
    })
    expect(paid).toMatchObject({
      status: 'succeeded',
      latest_charge: {
        balance_transaction: { amount: 12_500 },
        payment_method_details: {
          type: 'card_present',
          card_present: { brand: 'visa', last4: '4242', reader: reader.id },
        },
      },
    })
    expect(await toldTypes(stripe)).toContain('terminal.reader.action_succeeded')
  })

  it('holds money for two days', async () => {
    const { stripe, reader } = await withReader()
    const { id } = await atDesk(stripe, 'manual')
    await offer(stripe, reader.id, id)
    await stripe.testHelpers.terminal.readers.presentPaymentMethod(reader.id)
    expect(await stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] })).toMatchObject({
      status: 'requires_capture',
      latest_charge: {
        payment_method_details: { card_present: { capture_before: NOON / 1000 + 2 * 86_400 } },
      },
    })
  })

  it('tells a decline, and the intent waits for another card', async () => {
    const { stripe, reader } = await withReader()
    const { id } = await atDesk(stripe)
    await offer(stripe, reader.id, id)
    const failed = await stripe.testHelpers.terminal.readers.presentPaymentMethod(reader.id, {
      type: 'card_present',
      card_present: { number: '4000000000000002' },
    })
    expect(failed.action).toMatchObject({
      status: 'failed',
      failure_code: 'card_declined',
      failure_message: 'Your card was declined.',
    })
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe('requires_payment_method')
    expect(await toldTypes(stripe)).toContain('terminal.reader.action_failed')
    await offer(stripe, reader.id, id)
    await stripe.testHelpers.terminal.readers.presentPaymentMethod(reader.id)
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe('succeeded')
  })

  it('does one thing at a time, until it is called off', async () => {
    const { stripe, reader } = await withReader()
    const [first, second] = [await atDesk(stripe), await atDesk(stripe)]
    await offer(stripe, reader.id, first.id)
    expect((await refusal(offer(stripe, reader.id, second.id))).code).toBe('terminal_reader_busy')
    expect(await stripe.terminal.readers.cancelAction(reader.id)).toMatchObject({ action: null })
    expect((await offer(stripe, reader.id, second.id)).action?.status).toBe('in_progress')
  })

  it('that has no line answers nothing', async () => {
    const { stripe, reader, double } = await withReader()
    const { id } = await atDesk(stripe)
    double.controls.readerIsOffline(reader.id, true)
    expect((await refusal(offer(stripe, reader.id, id))).code).toBe('terminal_reader_offline')
    expect(await stripe.terminal.readers.retrieve(reader.id)).toMatchObject({ status: 'offline' })
  })

  it('takes no card for what a card at a desk can’t pay, or has paid', async () => {
    const { stripe, reader } = await withReader()
    const online = await stripe.paymentIntents.create({ amount: 5000, currency: 'sek' })
    expect((await refusal(offer(stripe, reader.id, online.id))).statusCode).toBe(400)
    const { id } = await atDesk(stripe)
    await offer(stripe, reader.id, id)
    await stripe.testHelpers.terminal.readers.presentPaymentMethod(reader.id)
    expect((await refusal(offer(stripe, reader.id, id))).code).toBe('intent_invalid_state')
  })

  it('tells that the person there pressed cancel', async () => {
    const { stripe, reader, double } = await withReader()
    const { id } = await atDesk(stripe)
    await offer(stripe, reader.id, id)
    double.controls.cancelOnReader(reader.id)
    expect(await stripe.terminal.readers.retrieve(reader.id)).toMatchObject({
      action: { status: 'failed', failure_code: 'customer_canceled' },
    })
  })

  it('gives money back to the card', async () => {
    const { stripe, reader } = await withReader()
    const { id } = await atDesk(stripe)
    await offer(stripe, reader.id, id)
    await stripe.testHelpers.terminal.readers.presentPaymentMethod(reader.id)
    await stripe.terminal.readers.refundPayment(reader.id, { payment_intent: id, amount: 500 })
    const done = await stripe.testHelpers.terminal.readers.presentPaymentMethod(reader.id)
    expect(done.action).toMatchObject({ type: 'refund_payment', status: 'succeeded' })
    const refunds = await stripe.refunds.list({ payment_intent: id })
    expect(refunds.data.map(({ amount }) => amount)).toEqual([500])
  })

  it('can take the card first and be paid after', async () => {
    const { stripe, reader } = await withReader()
    const { id } = await atDesk(stripe)
    await stripe.terminal.readers.collectPaymentMethod(reader.id, { payment_intent: id })
    const collected = await stripe.testHelpers.terminal.readers.presentPaymentMethod(reader.id)
    expect(collected.action).toMatchObject({
      status: 'succeeded',
      collect_payment_method: { payment_method: { type: 'card_present' } },
    })
    await stripe.terminal.readers.confirmPaymentIntent(reader.id, { payment_intent: id })
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe('succeeded')
  })

  it('stands at a place that its owner wrote down', async () => {
    const { stripe, double } = await withReader()
    const location = double.controls.addLocation('The depot')
    const reader = await stripe.terminal.readers.create({
      registration_code: 'simulated-s700',
      location,
    })
    expect(reader).toMatchObject({ location, device_type: 'simulated_stripe_s700' })
    const places = await stripe.terminal.locations.list()
    expect(places.data.map((place) => place.display_name)).toEqual(['The depot', 'The yard'])
  })

  it('is registered by its code, and can be taken away', async () => {
    const { stripe, reader } = await withReader()
    const unknown = await refusal(stripe.terminal.readers.create({ registration_code: 'nothing' }))
    expect(unknown.param).toBe('registration_code')
    expect((await stripe.terminal.readers.list()).data).toHaveLength(1)
    expect(await stripe.terminal.readers.del(reader.id)).toMatchObject({ deleted: true })
    expect((await refusal(stripe.terminal.readers.retrieve(reader.id))).statusCode).toBe(404)
  })
})
