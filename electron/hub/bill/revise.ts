import type { Bill, BillLine, BillReason } from '../../../shared/domain/bill/bill.ts'
import { correctionLine } from '../../../shared/domain/bill/bill-of.ts'
import { basisOf, withCorrections } from '../../../shared/domain/bill/revision.ts'
import { startOf } from '../../../shared/domain/bill/registers.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import { RAW_MS } from '../load/retention.ts'
import type { Writes } from '../store/writes.ts'
import { basisOfStay, bookingOfBill, tariffOfBill } from './basis.ts'
import { overAt } from '../../../shared/domain/bill/finalise.ts'
import { lastRevision, makeFinal, type Making, type Settled } from './make-final.ts'
import { allSamplesOf, stayOf, type Watcher } from './stay-of.ts'

export type Revised = { kind: 'revised'; bill: Bill } | { kind: 'notFinal' }

/**
 * Prices a final bill anew from all that is known of its stay by now; what persons have added stays. A stay whose meter
 * values are not kept any more is priced from what it was priced from before.
 */
export function reviseBill(
  tx: Writes,
  bill: Bill,
  making: Making,
  { openedAt, settled }: Watcher & { settled: Settled },
): Revised {
  const last = bill.state === 'final' ? lastRevision(tx, bill) : null
  if (last === null) return { kind: 'notFinal' }
  const tariff = tariffOfBill(tx, bill)
  const transaction = transactionOf(tx, bill)
  const isForgotten = transaction === null || startOf(transaction) < tx.now - RAW_MS
  if (transaction === null || (isForgotten && transaction.energyWh === last.energyWh)) {
    const basis = { ...basisOf(last, tariff), settlement: bill.settlement }
    return { kind: 'revised', bill: makeFinal(tx, bill, basis, making, settled) }
  }
  const booking = bookingOfBill(tx, bill)
  const samples = allSamplesOf(tx, transaction, tariff)
  const stay = stayOf(tx, transaction, { booking, samples, openedAt })
  // A car that is told to stand there after its bill was final isn't charged for that any more.
  const goneAt = stay.goneAt ?? bill.endsAt
  const basis = basisOfStay(tx, bill, { ...stay, goneAt }, booking, last.corrections)
  const endsAt = overAt(transaction, goneAt, tariff) ?? bill.endsAt
  return { kind: 'revised', bill: makeFinal(tx, bill, basis, { endsAt, ...making }, settled) }
}

export type Corrected = Revised | { kind: 'belowZero' }

/** Adds a line to a final bill by a person's hand. */
export function correctBill(
  tx: Writes,
  bill: Bill,
  { addMinor, ratePct, note }: { addMinor: number; ratePct: number; note: string },
  settled: Settled,
): Corrected {
  return correctByLines(tx, bill, { lines: [correctionLine(addMinor, ratePct)], note }, settled)
}

/** Adds lines to a final bill, each an amount with its tax; they stay in all revisions that follow. */
export function correctByLines(
  tx: Writes,
  bill: Bill,
  { lines, note }: { lines: readonly BillLine[]; note: string },
  settled: Settled,
): Corrected {
  const last = bill.state === 'final' ? lastRevision(tx, bill) : null
  if (last === null) return { kind: 'notFinal' }
  const corrections = withCorrections(last, lines)
  if (corrections === 'belowZero') return { kind: 'belowZero' }
  const basis = { ...basisOf(last, tariffOfBill(tx, bill)), corrections }
  const making = { reason: 'byHand' as const, note }
  return { kind: 'revised', bill: makeFinal(tx, bill, basis, making, settled) }
}

/** Remembers on disk that more was told of a finished stay. */
export function markLate(tx: Writes, transactionId: string, reason: BillReason): void {
  tx.insertOrIgnore('lateStay', { id: transactionId, reason })
}

function transactionOf(tx: Writes, { transactionId }: Bill): Transaction | null {
  return transactionId === null ? null : (tx.get('transaction', transactionId) ?? null)
}
