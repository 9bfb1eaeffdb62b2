import type { Id } from '../../../../shared/domain/id/id.ts'
import type { Transaction } from '../../../../shared/domain/transaction/transaction.ts'
import type { Writes } from '../../store/writes.ts'

/** The connector of a transaction whose start never came, until it comes. */
const NO_CONNECTOR = 0

/** The station's transaction with that number. */
export function transactionNamed(
  tx: Writes,
  stationId: Id,
  ocppTransactionId: number,
): Transaction | undefined {
  if (ocppTransactionId <= 0) return undefined
  const named = tx.one('transaction', { ocppTransactionId })
  return named?.stationId === stationId ? named : undefined
}

/** The station's transactions whose stop came without a start. */
export function startlessOf(tx: Writes, stationId: Id): Transaction[] {
  const place = { stationId, connectorId: NO_CONNECTOR, state: 'finished' } as const
  const finished = tx.find('transaction', place)
  return finished.filter(({ notes }) => notes.includes('startMissing'))
}

/** The station's transactions that run, or that a person has ended in the charger's absence. */
export function unstoppedOf(tx: Writes, stationId: Id): Transaction[] {
  const finished = tx.find('transaction', { stationId, state: 'finished', stopReceivedAt: null })
  return [
    ...tx.find('transaction', { stationId, state: 'active' }),
    ...finished.filter(({ notes }) => notes.includes('endedByHand')),
  ]
}

/** Stores a new transaction under the next number. */
export function addTransaction(
  tx: Writes,
  transaction: Omit<Transaction, 'id' | 'ocppTransactionId'>,
): Transaction {
  const [row] = tx.sql(
    `select coalesce(max(ocppTransactionId), 0) + 1 as next from "transaction"`,
    [],
  )
  const added = { id: tx.newId(), ocppTransactionId: Number(row?.['next']), ...transaction }
  tx.insert('transaction', added)
  return added
}
