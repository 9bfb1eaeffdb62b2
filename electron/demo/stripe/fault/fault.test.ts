import { describe, expect, it } from 'vitest'
import { client, newBench, pay, refusal, toldTypes } from '../test-bench/client.ts'
import type { Fault } from './fault.ts'

describe('a line that fails', () => {
  it.each<Fault & { done: boolean }>([
    { kind: 'timeout', when: 'before', done: false },
    { kind: 'timeout', when: 'after', done: true },
    { kind: 'reset', when: 'before', done: false },
    { kind: 'reset', when: 'after', done: true },
  ])('$kind $when: the caller can’t tell, but it is done or not', async ({ done, ...fault }) => {
    const { stripe, double } = newBench()
    double.faults.once(fault)
    expect((await refusal(pay(stripe, 5000))).type).toBe('StripeConnectionError')
    expect((await stripe.paymentIntents.list()).data).toHaveLength(done ? 1 : 0)
  })

  it('that times out is told as a time-out', async () => {
    const { stripe, double } = newBench()
    double.faults.once({ kind: 'timeout', when: 'before' })
    expect((await refusal(pay(stripe, 5000))).message).toContain('due to timeout')
  })

  it('lets nothing through while it is down', async () => {
    const { stripe, double } = newBench()
    double.faults.offline(true)
    expect((await refusal(stripe.balance.retrieve())).type).toBe('StripeConnectionError')
    double.faults.offline(false)
    expect((await stripe.balance.retrieve()).object).toBe('balance')
  })
})

describe('Stripe that fails', () => {
  it('may have done what it answers 500 to', async () => {
    const { stripe, double } = newBench()
    double.faults.once({ kind: 'error', when: 'after' }, 'POST /v1/payment_intents')
    expect((await refusal(pay(stripe, 5000))).statusCode).toBe(500)
    expect((await stripe.paymentIntents.list()).data).toMatchObject([{ status: 'succeeded' }])
  })

  it('is busy, and forgets that it was asked', async () => {
    const { stripe, double } = newBench()
    double.faults.once({ kind: 'rate-limit' })
    double.faults.once({ kind: 'conflict' })
    const key = { idempotencyKey: 'k1' }
    const asked = { amount: 5000, currency: 'sek' }
    const error = await refusal(stripe.paymentIntents.create(asked, key))
    expect(error).toMatchObject({ statusCode: 429, type: 'StripeRateLimitError' })
    expect((await refusal(stripe.paymentIntents.create(asked, key))).statusCode).toBe(409)
    expect((await stripe.paymentIntents.create(asked, key)).amount).toBe(5000)
  })

  it('declines with whatever code is asked for', async () => {
    const { stripe, double } = newBench()
    double.faults.once({ kind: 'decline', code: 'lost_card' })
    expect(await refusal(pay(stripe, 5000))).toMatchObject({ decline_code: 'lost_card' })
    expect((await pay(stripe, 5000)).status).toBe('succeeded')
  })

  it('declines no other request than the one it was asked to', async () => {
    const { stripe, double } = newBench()
    double.faults.once({ kind: 'decline', code: 'lost_card' })
    await stripe.paymentIntents.list()
    expect((await pay(stripe, 5000)).status).toBe('succeeded')
  })

  it('can be behind with what it finds, as Stripe is', async () => {
    const { stripe, double } = newBench()
    double.faults.searchLag(60_000)
    await pay(stripe, 5000)
    const search = () => stripe.paymentIntents.search({ query: 'status:"succeeded"' })
    expect((await search()).data).toEqual([])
    double.controls.advance(60_000)
    expect((await search()).data).toHaveLength(1)
  })

  it('fails by a rule of the request', async () => {
    const { stripe, double } = newBench()
    double.faults.always(({ endpoint, before }) =>
      endpoint === 'POST /v1/payment_intents' && before.endpoint % 2 === 0
        ? { kind: 'reset', when: 'before' }
        : null,
    )
    const retrying = client(double, undefined, 1)
    expect((await pay(retrying, 5000)).status).toBe('succeeded')
    expect((await stripe.paymentIntents.list()).data).toHaveLength(1)
  })
})

describe('events that go astray', () => {
  it('come twice, late, or out of order', async () => {
    const { stripe, double } = newBench()
    double.faults.events((type) => {
      if (type === 'charge.succeeded') return { twice: true }
      if (type === 'payment_intent.succeeded') return { back: 2 }
      return type === 'payment_intent.created' ? { delayMs: 60_000 } : null
    })
    await pay(stripe, 5000)
    expect(await toldTypes(stripe)).toEqual([
      'payment_intent.succeeded',
      'charge.succeeded',
      'charge.succeeded',
      'charge.updated',
    ])
    double.controls.advance(60_000)
    expect((await toldTypes(stripe)).at(-1)).toBe('payment_intent.created')
  })
})
