import type { Bill } from '../../shared/domain/bill/bill.ts'
import type { Transaction } from '../../shared/domain/transaction/transaction.ts'

/**
 * Whether a stay only waits for its car to go: it has been charged and is billed on.
 * @param transaction as the window has it live: all that run are, of the others only the latest
 */
export function mayHaveGone(
  { state, transactionId }: Pick<Bill, 'state' | 'transactionId'>,
  transaction: Pick<Transaction, 'state'> | undefined,
): boolean {
  return state === 'running' && transactionId !== null && transaction?.state !== 'active'
}
