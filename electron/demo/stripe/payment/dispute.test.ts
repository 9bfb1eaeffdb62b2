import type { Stripe } from 'stripe'
import { describe, expect, it } from 'vitest'
import { newBench, pay, refusal, toldTypes } from '../test-bench/client.ts'

async function disputed() {
  const bench = newBench()
  const { latest_charge: charge, id } = await pay(bench.stripe, 10_000)
  const disputeId = bench.double.controls.openDispute(String(charge), 'product_not_received')
  return { ...bench, disputeId, intentId: id, chargeId: String(charge) }
}

async function balanceOf(stripe: Stripe): Promise<number> {
  const { data } = await stripe.balanceTransactions.list()
  return data.reduce((sum, { net }) => sum + net, 0)
}

describe('a dispute', () => {
  it('takes the money and a fee at once, and blocks refunds', async () => {
    const { stripe, disputeId, intentId, chargeId } = await disputed()
    expect(await stripe.disputes.retrieve(disputeId)).toMatchObject({
      amount: 10_000,
      status: 'needs_response',
      reason: 'product_not_received',
      is_charge_refundable: false,
      balance_transactions: [{ amount: -10_000, fee: 17_500, net: -27_500 }],
    })
    expect((await stripe.charges.retrieve(chargeId)).disputed).toBe(true)
    expect((await refusal(stripe.refunds.create({ payment_intent: intentId }))).code).toBe(
      'charge_disputed',
    )
    expect((await toldTypes(stripe)).slice(-3)).toEqual([
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
      'charge.updated',
    ])
  })

  it('that is won brings the money back, not the fee', async () => {
    const { stripe, disputeId, double } = await disputed()
    const answered = await stripe.disputes.update(disputeId, {
      evidence: { uncategorized_text: 'It was delivered.' },
    })
    expect(answered).toMatchObject({
      status: 'under_review',
      evidence: { uncategorized_text: 'It was delivered.' },
    })
    const before = await balanceOf(stripe)
    double.controls.decideDispute(disputeId, 'won')
    expect((await balanceOf(stripe)) - before).toBe(10_000)
    expect((await stripe.disputes.retrieve(disputeId)).status).toBe('won')
    expect((await toldTypes(stripe)).slice(-2)).toEqual([
      'charge.dispute.funds_reinstated',
      'charge.dispute.closed',
    ])
  })

  it('is lost by giving in, and over then', async () => {
    const { stripe, disputeId } = await disputed()
    expect((await stripe.disputes.close(disputeId)).status).toBe('lost')
    expect((await refusal(stripe.disputes.close(disputeId))).statusCode).toBe(400)
    const late = stripe.disputes.update(disputeId, { evidence: { uncategorized_text: 'Late' } })
    expect((await refusal(late)).statusCode).toBe(400)
  })

  it('comes by itself with the card that stands for it', async () => {
    const { stripe } = newBench()
    const { id } = await pay(stripe, 10_000, 'pm_card_createDispute')
    expect((await stripe.disputes.list({ payment_intent: id })).data).toMatchObject([
      { reason: 'fraudulent' },
    ])
  })
})
