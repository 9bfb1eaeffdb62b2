import { describe, expect, it } from 'vitest'
import { client, DAY_MS, header, newBench, refusal } from '../test-bench/client.ts'

const amount = { amount: 5000, currency: 'sek' }
const key = { idempotencyKey: 'k1' }

describe('an idempotency key', () => {
  it('makes one thing however often it comes', async () => {
    const { stripe } = newBench()
    const first = await stripe.paymentIntents.create(amount, key)
    const second = await stripe.paymentIntents.create(amount, key)
    expect(second.id).toBe(first.id)
    expect(header(first, 'idempotent-replayed')).toBeNull()
    expect(header(second, 'idempotent-replayed')).toBe('true')
    expect(header(second, 'original-request')).toBe(header(first, 'request-id'))
    expect((await stripe.paymentIntents.list()).data).toHaveLength(1)
  })

  it('doesn’t serve for other parameters, nor for another endpoint', async () => {
    const { stripe } = newBench()
    const { id } = await stripe.paymentIntents.create(amount, key)
    const other = await refusal(stripe.paymentIntents.create({ ...amount, amount: 5001 }, key))
    expect(other).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 })
    expect(other.message).toBe(
      "Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than 'k1' if you meant to execute a different request.",
    )
    expect((await refusal(stripe.paymentIntents.cancel(id, {}, key))).message).toContain(
      'the same endpoint',
    )
  })

  it('keeps a decline, and a failure of Stripe’s own', async () => {
    const { stripe, double } = newBench()
    const declined = {
      ...amount,
      allowed_payment_method_types: ['card' as const],
      confirm: true,
      payment_method: 'pm_card_chargeDeclined',
    }
    const first = await refusal(stripe.paymentIntents.create(declined, key))
    const second = await refusal(stripe.paymentIntents.create(declined, key))
    expect(second.payment_intent?.id).toBe(first.payment_intent?.id)

    double.faults.once({ kind: 'error', when: 'before' })
    for (const _ of [1, 2]) {
      const error = await refusal(stripe.paymentIntents.create(amount, { idempotencyKey: 'k2' }))
      expect(error).toMatchObject({ statusCode: 500, type: 'StripeAPIError' })
    }
    expect((await stripe.paymentIntents.list()).data).toHaveLength(1)
  })

  it('doesn’t keep what was never begun', async () => {
    const { stripe } = newBench()
    const error = await refusal(
      stripe.paymentIntents.create({ ...amount, amount: Number.NaN }, key),
    )
    expect(error.code).toBe('parameter_invalid_integer')
    expect((await stripe.paymentIntents.create(amount, key)).amount).toBe(5000)
  })

  it('in use this moment is a conflict', async () => {
    const { stripe, double } = newBench()
    double.faults.once({ kind: 'slow', ms: 20 })
    const first = stripe.paymentIntents.create(amount, key)
    const second = await refusal(stripe.paymentIntents.create(amount, key))
    expect(second).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' })
    expect((await first).amount).toBe(5000)
  })

  it('is forgotten after a day', async () => {
    const { stripe, double } = newBench()
    const first = await stripe.paymentIntents.create(amount, key)
    double.controls.advance(DAY_MS - 1)
    expect((await stripe.paymentIntents.create(amount, key)).id).toBe(first.id)
    double.controls.advance(1)
    expect((await stripe.paymentIntents.create(amount, key)).id).not.toBe(first.id)
  })

  it('lets the SDK try again by itself without paying twice', async () => {
    const { double, stripe } = newBench()
    double.faults.once({ kind: 'reset', when: 'after' })
    const made = await client(double, undefined, 2).paymentIntents.create(amount)
    expect((await stripe.paymentIntents.list()).data.map(({ id }) => id)).toEqual([made.id])
  })
})
