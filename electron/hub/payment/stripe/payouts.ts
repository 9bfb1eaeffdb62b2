import type { Stripe } from 'stripe'
import { DAY, SECOND, type Instant } from '../../../../shared/time/instant.ts'
import { feeTaken, payoutFailed, payoutSent } from '../../../../shared/domain/ledger/postings.ts'
import { explainRow } from '../../../../shared/domain/payment/payout-row.ts'
import type { Payout } from '../../../../shared/domain/payment/payout.ts'
import {
  idOf,
  stripeBalanceTransaction,
  type StripeBalanceTransaction,
  stripePayout,
  type StripePayout,
} from '../../../../shared/domain/payment/stripe-object.ts'
import { post } from '../../ledger/post.ts'
import type { Store } from '../../store/store.ts'
import type { Writes } from '../../store/writes.ts'
import type { StripeConnection } from './client.ts'

/** How far back payouts are asked for: one may fail days after it was paid. */
const BACK_MS = 35 * DAY

const PAGE = 100

/**
 * Takes in Stripe's payouts of the last weeks, and compares each row of those that are complete with what was taken and
 * given back here.
 * @throws the SDK's errors
 */
export async function takePayouts(
  store: Store,
  { stripe, mode }: StripeConnection,
  now: Instant,
): Promise<void> {
  const created = { gte: Math.floor((now - BACK_MS) / SECOND) }
  for await (const raw of stripe.payouts.list({ created, limit: PAGE })) {
    const told = stripePayout.parse(raw)
    if (told.livemode !== (mode === 'live')) continue
    const payout = await store.work('hub', (tx) => takePayout(tx, told))
    if (!isComplete(told) || payout.reconciledAt !== null) continue
    const rows = await rowsOf(stripe, told.id)
    await store.work('hub', (tx) => compareRows(tx, payout, rows))
  }
}

/** Only of automatic payouts does Stripe say what is in them, and only once it has gathered it. */
function isComplete({ automatic, reconciliation_status }: StripePayout): boolean {
  return automatic && reconciliation_status === 'completed'
}

async function rowsOf(stripe: Stripe, payout: string): Promise<StripeBalanceTransaction[]> {
  const rows: StripeBalanceTransaction[] = []
  for await (const row of stripe.balanceTransactions.list({ payout, limit: PAGE }))
    rows.push(stripeBalanceTransaction.parse(row))
  return rows
}

const gone = new Set(['failed', 'canceled'])

function takePayout(tx: Writes, told: StripePayout): Payout {
  const known = tx.get('payout', told.id)
  const payout: Payout = {
    id: told.id,
    amountMinor: told.amount,
    currency: told.currency.toUpperCase(),
    status: told.status,
    automatic: told.automatic,
    reconciliation: told.reconciliation_status,
    arrivesOn: told.arrival_date * SECOND,
    explainedMinor: known?.explainedMinor ?? 0,
    reconciledAt: known?.reconciledAt ?? null,
    createdAt: told.created * SECOND,
    updatedAt: tx.now,
  }
  const movement = {
    payoutId: payout.id,
    currency: payout.currency,
    amountMinor: payout.amountMinor,
  }
  if (known === undefined) {
    tx.insert('payout', payout)
    if (!gone.has(payout.status)) post(tx, payoutSent(movement))
    return payout
  }
  // A payout that failed doesn't leave a second time: Stripe makes another.
  if (!gone.has(known.status) && gone.has(payout.status)) post(tx, payoutFailed(movement))
  if (known.status === payout.status && known.reconciliation === payout.reconciliation) return known
  const { status, reconciliation, arrivesOn } = payout
  return tx.change('payout', known, { status, reconciliation, arrivesOn, updatedAt: tx.now })
}

function compareRows(tx: Writes, payout: Payout, rows: readonly StripeBalanceTransaction[]): void {
  const now = tx.get('payout', payout.id)
  if (now?.reconciledAt !== null) return
  let explainedMinor = 0
  for (const row of rows) {
    // The payout itself is a row of the balance too.
    if (row.type === 'payout') continue
    explainedMinor += row.net
    const sourceId = idOf(row.source)
    const found = explainRow(row, ourSide(tx, sourceId))
    tx.insertOrIgnore('payoutRow', {
      ...{ id: row.id, payoutId: payout.id, type: row.type, sourceId },
      ...{ amountMinor: row.amount, feeMinor: row.fee, netMinor: row.net },
      ...{ paymentId: found.paymentId, refundId: found.refundId, difference: found.difference },
      createdAt: row.created * SECOND,
    })
    const told = { payoutId: payout.id, currency: row.currency.toUpperCase() }
    if (found.ownFeeMinor !== 0)
      post(tx, feeTaken({ ...told, amountMinor: found.ownFeeMinor, text: row.type }))
    if (found.learntFeeMinor !== null && found.paymentId !== null) {
      tx.update('payment', found.paymentId, { feeMinor: found.learntFeeMinor, updatedAt: tx.now })
      const { paymentId } = found
      if (found.learntFeeMinor !== 0)
        post(tx, feeTaken({ ...told, paymentId, amountMinor: found.learntFeeMinor }))
    }
  }
  tx.change('payout', now, { explainedMinor, reconciledAt: tx.now, updatedAt: tx.now })
  tx.journal({ act: 'payout.reconcile', noun: 'payout', nounId: payout.id })
}

function ourSide(tx: Writes, sourceId: string | null) {
  if (sourceId === null) return { payment: undefined, refund: undefined, dispute: undefined }
  const dispute = tx.get('dispute', sourceId)
  const [refund] = tx.find('refund', { stripeRefundId: sourceId })
  const [byCharge] = tx.find('payment', { stripeChargeId: sourceId })
  const paymentId = refund?.paymentId ?? dispute?.paymentId ?? null
  const payment = paymentId === null ? byCharge : tx.get('payment', paymentId)
  return { payment, refund, dispute }
}
