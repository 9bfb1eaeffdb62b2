import type { TillMovement } from '../../../shared/domain/till/till-movement.ts'
import type { Lookups } from '../store/reads.ts'

/** How the money of these movements was moved, each way once: a report of practice says so on its paper. */
export function modesOf(tx: Lookups, movements: readonly TillMovement[]): string[] {
  const payments = movements.flatMap(({ paymentId }) =>
    paymentId === null ? [] : (tx.get('payment', paymentId) ?? []),
  )
  return [...new Set(payments.map(({ mode }) => mode))].sort()
}
