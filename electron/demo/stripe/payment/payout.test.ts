import { describe, expect, it } from 'vitest'
import { DAY_MS, newBench, NOON, pay, toldTypes } from '../test-bench/client.ts'

const midnight = (days: number) => (NOON + DAY_MS / 2) / 1000 + days * 86_400

describe('a payout', () => {
  it('goes out daily with what is available, and its rows sum to it', async () => {
    const { stripe, double } = newBench()
    await pay(stripe, 10_000)
    const { id } = await pay(stripe, 20_000)
    await stripe.refunds.create({ payment_intent: id, amount: 5000 })
    double.controls.advance(3 * DAY_MS)
    const [payout] = (await stripe.payouts.list()).data
    // 100 and 200 kronor less their fees (3.30 and 4.80), less 50 that went back.
    expect(payout).toMatchObject({
      amount: 24_190,
      created: midnight(2),
      arrival_date: midnight(3),
      automatic: true,
      status: 'in_transit',
      reconciliation_status: 'in_progress',
    })
    const rows = await stripe.balanceTransactions.list({ payout: payout?.id ?? '', limit: 100 })
    const [own, ...others] = rows.data
    expect(own).toMatchObject({ type: 'payout', net: -24_190, id: payout?.balance_transaction })
    expect(others.reduce((sum, { net }) => sum + net, 0)).toBe(24_190)
  })

  it('arrives a day later, and is reconciled then', async () => {
    const { stripe, double } = newBench()
    await pay(stripe, 10_000)
    double.controls.advance(5 * DAY_MS)
    const { data } = await stripe.payouts.list()
    expect(data).toMatchObject([{ status: 'paid', reconciliation_status: 'completed' }])
    expect((await toldTypes(stripe)).slice(-3)).toEqual([
      'payout.created',
      'payout.paid',
      'payout.reconciliation_completed',
    ])
  })

  it('waits while Stripe is owed more than it holds', async () => {
    const { stripe, double } = newBench()
    const { latest_charge: charge } = await pay(stripe, 10_000)
    double.controls.openDispute(String(charge))
    double.controls.advance(5 * DAY_MS)
    expect((await stripe.payouts.list()).data).toEqual([])
    expect((await stripe.balance.retrieve()).available).toMatchObject([
      { amount: 9670 - 27_500, currency: 'sek' },
    ])
    await pay(stripe, 100_000)
    double.controls.advance(5 * DAY_MS)
    expect((await stripe.payouts.list()).data).toMatchObject([{ amount: 9670 - 27_500 + 98_320 }])
  })
})
