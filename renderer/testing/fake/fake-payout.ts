import type { Payout, PayoutRow } from '../../../shared/domain/payment/payout.ts'
import { DAY } from '../../../shared/time/instant.ts'
import type { FakeStore } from './fake-store.ts'

/** Three payouts of what was paid through Stripe: two that add up, one with a row that is none of ours. */
export function fakePayouts(store: FakeStore): { payout: Payout; rows: PayoutRow[] }[] {
  const through = store.rows.payment.filter(({ stripeChargeId }) => stripeChargeId !== null)
  const now = Date.now()
  return [0, 1, 2].map((index) => {
    const id = `po_1Qx${index}LmN8sKq0`
    const rows = through.slice(index * 6, index * 6 + 6).map((payment, at): PayoutRow => {
      const feeMinor = payment.feeMinor ?? 0
      return {
        id: `txn_1Qx${index}${at}LmN8sKq0`,
        payoutId: id,
        type: payment.means === 'swish' ? 'payment' : 'charge',
        amountMinor: payment.capturedMinor,
        feeMinor,
        netMinor: payment.capturedMinor - feeMinor,
        sourceId: payment.stripeChargeId,
        paymentId: payment.id,
        refundId: null,
        difference: index === 1 && at === 2 ? 'amount' : null,
        createdAt: payment.createdAt,
      }
    })
    const strange: PayoutRow = {
      id: `txn_1Qx${index}9LmN8sKq0`,
      payoutId: id,
      type: 'stripe_fee',
      amountMinor: -4_900,
      feeMinor: 0,
      netMinor: -4_900,
      sourceId: null,
      paymentId: null,
      refundId: null,
      difference: 'notOurs',
      createdAt: now - (index + 1) * DAY,
    }
    if (index === 1) rows.push(strange)
    const netMinor = rows.reduce((sum, row) => sum + row.netMinor, 0)
    const payout: Payout = {
      id,
      amountMinor: netMinor,
      currency: 'SEK',
      status: index === 0 ? 'in_transit' : 'paid',
      automatic: true,
      reconciliation: index === 0 ? 'in_progress' : 'completed',
      arrivesOn: now + (1 - index) * DAY,
      explainedMinor: index === 1 ? netMinor + 4_900 : netMinor,
      reconciledAt: index === 0 ? null : now - index * DAY,
      createdAt: now - (index + 1) * DAY,
      updatedAt: now - index * DAY,
    }
    return { payout, rows }
  })
}
