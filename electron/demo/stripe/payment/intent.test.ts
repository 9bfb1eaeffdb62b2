import { describe, expect, it } from 'vitest'
import { DAY_MS, hold, newBench, NOON, pay, refusal, toldTypes } from '../test-bench/client.ts'

describe('a payment at once', () => {
  it('succeeds, is charged, and is booked with its fee a moment later', async () => {
    const { stripe } = newBench()
    const intent = await stripe.paymentIntents.create({
      amount: 12_500,
      currency: 'sek',
      allowed_payment_method_types: ['card'],
      payment_method: 'pm_card_visa',
      confirm: true,
      metadata: { booking: 'b1' },
      expand: ['latest_charge'],
    })
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 12_500, livemode: false })
    expect(intent.latest_charge).toMatchObject({
      captured: true,
      balance_transaction: null,
      metadata: { booking: 'b1' },
      payment_method_details: { card: { brand: 'visa', last4: '4242' } },
      receipt_number: null,
    })
    const later = await stripe.paymentIntents.retrieve(intent.id, {
      expand: ['latest_charge.balance_transaction'],
    })
    // 1.5 % of 125 kronor, and 1.80 beside.
    expect(later.latest_charge).toMatchObject({
      balance_transaction: { amount: 12_500, fee: 368, net: 12_132, type: 'charge' },
    })
    expect(await toldTypes(stripe)).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'charge.updated',
    ])
  })

  it('that is declined waits for another card, and names the bank’s reason', async () => {
    const { stripe } = newBench()
    const error = await refusal(pay(stripe, 5000, 'pm_card_visa_chargeDeclinedInsufficientFunds'))
    expect(error).toMatchObject({
      statusCode: 402,
      type: 'StripeCardError',
      code: 'card_declined',
      decline_code: 'insufficient_funds',
      message: 'Your card has insufficient funds.',
    })
    expect(error.payment_intent).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { decline_code: 'insufficient_funds' },
    })
    const id = error.payment_intent?.id ?? ''
    const paid = await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_mastercard' })
    expect(paid.status).toBe('succeeded')
    const charges = await stripe.charges.list({ payment_intent: id })
    expect(charges.data.map(({ status }) => status)).toEqual(['succeeded', 'failed'])
  })

  it('below the least amount is refused, and makes no intent', async () => {
    const { stripe } = newBench()
    expect(await refusal(pay(stripe, 299))).toMatchObject({
      statusCode: 400,
      code: 'amount_too_small',
      param: 'amount',
      message: 'Amount must be at least kr3.00 sek',
    })
    expect((await stripe.paymentIntents.list()).data).toEqual([])
  })

  it('counts yen whole', async () => {
    const { stripe } = newBench()
    const yen = { currency: 'jpy', allowed_payment_method_types: ['card' as const] }
    expect((await stripe.paymentIntents.create({ ...yen, amount: 50 })).amount).toBe(50)
    const error = await refusal(stripe.paymentIntents.create({ ...yen, amount: 49 }))
    expect(error.message).toBe('Amount must be at least ¥50 jpy')
  })

  it('asks the card’s holder where the bank wants it', async () => {
    const { stripe, double } = newBench()
    const intent = await pay(stripe, 5000, 'pm_card_threeDSecure2Required')
    expect(intent).toMatchObject({
      status: 'requires_action',
      next_action: { redirect_to_url: { url: `http://double.test/3ds/${intent.id}` } },
    })
    double.controls.holderAnswers(intent.id, true)
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('succeeded')
  })

  it('whose holder says no waits for another card', async () => {
    const { stripe, double } = newBench()
    const { id } = await pay(stripe, 5000, 'pm_card_threeDSecure2Required')
    double.controls.holderAnswers(id, false)
    expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    })
  })

  it('can’t be made twice', async () => {
    const { stripe } = newBench()
    const { id } = await pay(stripe, 5000)
    const error = await refusal(
      stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' }),
    )
    expect(error.code).toBe('payment_intent_unexpected_state')
  })
})

describe('a hold', () => {
  it('is captured in part, and the rest goes back without moving the balance', async () => {
    const { stripe } = newBench()
    const held = await hold(stripe, 50_000)
    expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 50_000 })
    const paid = await stripe.paymentIntents.capture(held.id, {
      amount_to_capture: 12_300,
      expand: ['latest_charge.refunds', 'latest_charge.balance_transaction'],
    })
    expect(paid).toMatchObject({
      status: 'succeeded',
      amount: 50_000,
      amount_capturable: 0,
      amount_received: 12_300,
    })
    expect(paid.latest_charge).toMatchObject({
      amount_captured: 12_300,
      amount_refunded: 37_700,
      refunded: false,
      balance_transaction: { amount: 12_300 },
      refunds: { data: [{ amount: 37_700, balance_transaction: null }] },
    })
    expect(await toldTypes(stripe)).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.amount_capturable_updated',
      'refund.created',
      'charge.captured',
      'payment_intent.succeeded',
    ])
  })

  it('is never captured above what is held, nor twice', async () => {
    const { stripe } = newBench()
    const { id } = await hold(stripe, 10_000)
    const error = await refusal(stripe.paymentIntents.capture(id, { amount_to_capture: 10_001 }))
    expect(error).toMatchObject({ code: 'amount_too_large', param: 'amount_to_capture' })
    await stripe.paymentIntents.capture(id)
    expect(await refusal(stripe.paymentIntents.capture(id))).toMatchObject({
      code: 'payment_intent_unexpected_state',
      message:
        'This PaymentIntent could not be captured because it has a status of succeeded. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.',
    })
  })

  it('tells until when it lasts, and is given up then by itself', async () => {
    const { stripe, double } = newBench()
    const { id } = await hold(stripe, 10_000)
    const { latest_charge: charge } = await stripe.paymentIntents.retrieve(id, {
      expand: ['latest_charge'],
    })
    expect(charge).toMatchObject({
      payment_method_details: { card: { capture_before: (NOON + 7 * DAY_MS) / 1000 } },
    })
    double.controls.advance(7 * DAY_MS - 1000)
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe('requires_capture')
    double.controls.advance(1000)
    expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'automatic',
      amount_capturable: 0,
    })
    expect(await refusal(stripe.paymentIntents.capture(id))).toMatchObject({
      code: 'payment_intent_unexpected_state',
    })
    expect((await toldTypes(stripe)).slice(-3)).toEqual([
      'refund.created',
      'charge.expired',
      'payment_intent.canceled',
    ])
  })

  it('goes back to the card when it is canceled', async () => {
    const { stripe } = newBench()
    const { id } = await hold(stripe, 10_000)
    const canceled = await stripe.paymentIntents.cancel(id, { expand: ['latest_charge'] })
    expect(canceled).toMatchObject({
      status: 'canceled',
      latest_charge: { captured: false, refunded: true, amount_refunded: 10_000 },
    })
    expect((await stripe.balanceTransactions.list()).data).toEqual([])
    expect((await refusal(stripe.paymentIntents.cancel(id))).code).toBe(
      'payment_intent_unexpected_state',
    )
  })
})

describe('intents', () => {
  it('are found by their metadata', async () => {
    const { stripe } = newBench()
    const made = await stripe.paymentIntents.create({
      amount: 5000,
      currency: 'sek',
      metadata: { payment: 'p7' },
    })
    await pay(stripe, 5000)
    const { data } = await stripe.paymentIntents.search({ query: `metadata["payment"]:"p7"` })
    expect(data.map(({ id }) => id)).toEqual([made.id])
    expect((await stripe.paymentIntents.search({ query: `status:"succeeded"` })).data).toHaveLength(
      1,
    )
  })

  it('need a way back where the account’s own choice of means may lead elsewhere', async () => {
    const { stripe } = newBench()
    const error = await refusal(
      stripe.paymentIntents.create({
        amount: 5000,
        currency: 'sek',
        confirm: true,
        payment_method: 'pm_card_visa',
      }),
    )
    expect(error.param).toBe('return_url')
    expect((await stripe.paymentIntents.list()).data).toEqual([])
  })
})
