import { describe, expect, it } from 'vitest'
import { DAY_MS, hold, newBench, pay, refusal, toldTypes } from '../test-bench/client.ts'

describe('a refund', () => {
  it('gives back in parts until nothing is left', async () => {
    const { stripe } = newBench()
    const { id } = await pay(stripe, 10_000)
    await stripe.refunds.create({ payment_intent: id, amount: 4000, metadata: { why: 'late' } })
    const error = await refusal(stripe.refunds.create({ payment_intent: id, amount: 6001 }))
    expect(error).toMatchObject({
      statusCode: 400,
      param: 'amount',
      message: 'Refund amount (kr60.01) is greater than unrefunded amount on charge (kr60.00)',
    })
    const rest = await stripe.refunds.create({ payment_intent: id })
    expect(rest).toMatchObject({ amount: 6000, status: 'succeeded' })
    expect(await refusal(stripe.refunds.create({ payment_intent: id }))).toMatchObject({
      code: 'charge_already_refunded',
    })
    const rows = await stripe.balanceTransactions.list({ type: 'refund' })
    expect(rows.data.map(({ amount, fee, net }) => [amount, fee, net])).toEqual([
      [-6000, 0, -6000],
      [-4000, 0, -4000],
    ])
  })

  it('never reaches what was let go of a hold', async () => {
    const { stripe } = newBench()
    const { id } = await hold(stripe, 10_000)
    await stripe.paymentIntents.capture(id, { amount_to_capture: 2500 })
    const error = await refusal(stripe.refunds.create({ payment_intent: id, amount: 2501 }))
    expect(error.message).toContain('unrefunded amount on charge (kr25.00)')
    expect((await stripe.refunds.create({ payment_intent: id })).amount).toBe(2500)
  })

  it('of what isn’t paid is refused', async () => {
    const { stripe } = newBench()
    const { id } = await stripe.paymentIntents.create({ amount: 5000, currency: 'sek' })
    expect((await refusal(stripe.refunds.create({ payment_intent: id }))).message).toBe(
      `This PaymentIntent (${id}) does not have a successful charge to refund.`,
    )
    const held = await hold(stripe, 5000)
    expect((await refusal(stripe.refunds.create({ payment_intent: held.id }))).statusCode).toBe(400)
  })

  it('may be pending for a day', async () => {
    const { stripe, double } = newBench()
    const { id } = await pay(stripe, 10_000, 'pm_card_pendingRefund')
    const refund = await stripe.refunds.create({ payment_intent: id })
    expect(refund).toMatchObject({ status: 'pending', pending_reason: 'processing' })
    double.controls.advance(DAY_MS)
    expect((await stripe.refunds.retrieve(refund.id)).status).toBe('succeeded')
    expect(await toldTypes(stripe)).toContain('refund.updated')
  })

  it('that succeeded can fail later, and the money is back in the balance', async () => {
    const { stripe, double } = newBench()
    const { id } = await pay(stripe, 10_000, 'pm_card_refundFail')
    const refund = await stripe.refunds.create({ payment_intent: id, amount: 4000 })
    expect(refund.status).toBe('succeeded')
    double.controls.advance(DAY_MS)
    const failed = await stripe.refunds.retrieve(refund.id, {
      expand: ['failure_balance_transaction', 'charge'],
    })
    expect(failed).toMatchObject({
      status: 'failed',
      failure_reason: 'expired_or_canceled_card',
      failure_balance_transaction: { amount: 4000, type: 'refund_failure' },
      charge: { amount_refunded: 0, refunded: false },
    })
    expect(await toldTypes(stripe)).toContain('refund.failed')
    expect((await stripe.refunds.create({ payment_intent: id })).amount).toBe(10_000)
  })

  it('that isn’t waiting for its receiver can’t be called off', async () => {
    const { stripe } = newBench()
    const { id } = await pay(stripe, 10_000)
    const refund = await stripe.refunds.create({ payment_intent: id })
    expect((await refusal(stripe.refunds.cancel(refund.id))).statusCode).toBe(400)
  })
})
