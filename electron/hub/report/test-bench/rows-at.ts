import { randomBytes } from 'node:crypto'
import type { BillLine, BillRevision } from '../../../../shared/domain/bill/bill.ts'
import { type Id, uuidV7 } from '../../../../shared/domain/id/id.ts'
import {
  billCorrected,
  billPosted,
  paymentTaken,
  refundFailed,
  refundGiven,
} from '../../../../shared/domain/ledger/postings.ts'
import { aBill, aPayment, aRefund } from '../../../../shared/domain/payment/payment-fixture.ts'
import type { Payout } from '../../../../shared/domain/payment/payout.ts'
import { begun } from '../../../../shared/domain/transaction/transaction-fixture.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import { HOUR } from '../../../../shared/time/instant.ts'
import { post } from '../../ledger/post.ts'
import type { Writes } from '../../store/writes.ts'

/** Something that happened, in as few figures as tell it apart. */
export interface Event {
  readonly at: Instant
  /** A correction is of a bill that was posted before, mostly in another period. */
  readonly is: 'session' | 'correction' | 'payment' | 'refund' | 'payout'
  readonly minor: number
  readonly ratePct: number
  readonly currency: 'SEK' | 'EUR'
  readonly who: number
}

const newId = (at: Instant): Id => uuidV7(at, randomBytes(10))

/** Writes down what happened, each in a unit of its own at its own instant, so that the ledger has it too. */
export function writeEvent(tx: Writes, stationId: Id, number: number, event: Event): void {
  switch (event.is) {
    case 'session':
      return session(tx, stationId, number, event)
    case 'correction':
      return correction(tx, event)
    case 'payment':
    case 'refund':
      return moved(tx, event)
    case 'payout':
      return payout(tx, number, event)
  }
}

function session(tx: Writes, stationId: Id, number: number, event: Event): void {
  const { at, minor, currency, who } = event
  const transaction = {
    ...{ ...begun({ startedAt: at, stationId, connectorId: 1 + (who % 2) }), id: newId(at) },
    ...({ ocppTransactionId: number + 1, state: 'finished', stoppedAt: at + HOUR } as const),
    ...{ energyWh: minor, meterStopWh: 1_000 + minor, stopReason: 'Local', powerW: null },
  }
  tx.insert('transaction', transaction)
  const bill = aBill({
    ...{ id: newId(at), transactionId: transaction.id, stationId, connectorId: 1, currency },
    ...{ plate: `CAR ${who}`, startsAt: at, endsAt: at + HOUR, finalAt: tx.now },
  })
  tx.insert('bill', bill)
  const first = revision(tx, bill.id, 1, minor, event)
  const posted = { customerId: null, currency, sums: first }
  const entry = post(tx, billPosted(posted, { billId: bill.id }))
  tx.insert('billRevision', { ...first, ledgerEntryId: entry?.id ?? null })
  // Some are corrected at once, to less: a row below zero at the same instant.
  if (who === 0) correct(tx, first, Math.floor(minor / 3), event)
}

/** The bill of a car that has one comes to something else. */
function correction(tx: Writes, event: Event): void {
  const { who, currency, minor } = event
  const bills = tx.find('bill', { plate: `CAR ${who}`, currency })
  const revisions = bills.flatMap(({ id: billId }) => tx.find('billRevision', { billId }))
  const one = revisions[minor % revisions.length]
  const last = revisions
    .filter(({ billId }) => billId === one?.billId)
    .toSorted((a, b) => a.revision - b.revision)
    .at(-1)
  if (last !== undefined) correct(tx, last, minor, event)
}

function correct(tx: Writes, last: BillRevision, minor: number, event: Event): void {
  const { billId } = last
  const next = revision(tx, billId, last.revision + 1, minor, event)
  const sumsOf = (sums: BillRevision) => ({ customerId: null, currency: event.currency, sums })
  const entry = post(tx, billCorrected(sumsOf(last), sumsOf(next), { billId }))
  tx.insert('billRevision', { ...next, ledgerEntryId: entry?.id ?? null })
}

function revision(
  tx: Writes,
  billId: Id,
  number: number,
  minor: number,
  { ratePct, at }: Event,
): BillRevision {
  const vatMinor = Math.floor((minor * ratePct) / 100)
  const untold = { quantity: null, unit: null, unitPrice: null, from: null, until: null }
  const lines: BillLine[] = [
    { kind: 'energy', ...untold, ratePct, exclMinor: minor, vatMinor },
    { kind: 'parking', ...untold, ratePct: 6, exclMinor: 7, vatMinor: 0 },
  ]
  return {
    ...{ id: tx.newId(), billId, revision: number, reason: number === 1 ? 'ended' : 'byHand' },
    ...{ note: '', lines, exclMinor: minor + 7, inclMinor: minor + 7 + vatMinor, vat: [] },
    ...{ energyWh: minor, settlement: 'pay', timeZone: 'Europe/Stockholm', corrections: [] },
    periods: [
      { startsAt: at, seconds: 1_800.4, state: 'CHARGING', energyMilliWh: 0 },
      { startsAt: at + HOUR / 2, seconds: 1_799.6, state: 'PARKING', energyMilliWh: 0 },
    ].map(
      (period) => ({ ...period, powerW: null, currentA: null }) as const,
    ) as BillRevision['periods'],
    ...{ ledgerEntryId: null, at: tx.now },
  }
}

function moved(tx: Writes, { at, is, minor, currency, who }: Event): void {
  const billId = newId(at)
  tx.insert('bill', aBill({ id: billId, currency, plate: `CAR ${who}` }))
  const means = (['cash', 'voucher', 'externalTerminal'] as const)[who % 3] ?? 'cash'
  const payment = aPayment({
    ...{ id: newId(at), billId, means, mode: 'local', state: 'paid', currency },
    ...{ amountMinor: minor, capturedMinor: minor, paidAt: tx.now, feeMinor: 3 },
  })
  tx.insert('payment', payment)
  const roundingMinor = means === 'cash' ? (who % 5) - 2 : 0
  const movement = { billId, paymentId: payment.id, customerId: null, means, currency }
  post(tx, paymentTaken({ ...movement, amountMinor: minor, roundingMinor }))
  if (is === 'payment') return
  const amountMinor = Math.ceil(minor / 2)
  const refund = aRefund({
    ...{ id: newId(at), paymentId: payment.id, billId, amountMinor, currency, state: 'succeeded' },
  })
  tx.insert('refund', refund)
  post(tx, refundGiven({ ...movement, refundId: refund.id, amountMinor }))
  if (who === 4) post(tx, refundFailed({ ...movement, refundId: refund.id, amountMinor }))
}

function payout(tx: Writes, number: number, { at, minor, currency }: Event): void {
  const row: Payout = {
    ...{ id: `po_${number}`, amountMinor: minor, currency, status: 'paid', automatic: true },
    ...{
      reconciliation: 'completed',
      arrivesOn: at,
      explainedMinor: minor - 5,
      reconciledAt: null,
    },
    ...{ createdAt: at, updatedAt: at },
  }
  tx.insert('payout', row)
  tx.insert('payoutRow', {
    ...{ id: `txn_${number}`, payoutId: row.id, type: 'charge', amountMinor: minor + 9 },
    ...{ feeMinor: 9, netMinor: minor, sourceId: null, paymentId: null, refundId: null },
    ...{ difference: null, createdAt: at },
  })
}
