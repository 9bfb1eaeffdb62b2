import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { stopOf } from '../../../shared/domain/bill/registers.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Writes } from '../store/writes.ts'
import { bringUpToDate } from './bill-running.ts'
import type { Settled } from './make-final.ts'
import type { Watcher } from './stay-of.ts'

export type Gone = { kind: 'gone'; bill: Bill } | { kind: 'charging' }

/**
 * Ends a stay on a person's word that the car has gone, where its charger says to no end that something is plugged in.
 * A bill that is final stays as it is.
 * @param told.at when it left, not before its stop nor after now; now where nobody knows
 */
export function carGone(
  tx: Writes,
  bill: Bill,
  { at = tx.now, note }: { at?: Instant | undefined; note: string },
  around: Watcher & { settled: Settled },
): Gone {
  if (bill.state === 'final') return { kind: 'gone', bill }
  const transaction =
    bill.transactionId === null ? undefined : tx.get('transaction', bill.transactionId)
  const stopsAt = transaction ? stopOf(transaction) : null
  if (transaction === undefined || stopsAt === null) return { kind: 'charging' }
  const { stationId, connectorId } = transaction
  const goneAt = Math.max(stopsAt + 1, Math.min(at, tx.now))
  tx.insertOrIgnore('stayMark', { stationId, connectorId, at: goneAt, word: 'Available' })
  tx.journal({
    act: 'bill.carGone',
    noun: 'bill',
    nounId: bill.id,
    reason: note,
    after: { goneAt },
  })
  return { kind: 'gone', bill: bringUpToDate(tx, bill, transaction, [], around) }
}
