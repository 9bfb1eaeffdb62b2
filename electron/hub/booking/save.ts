import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { StepChange } from '../../../shared/domain/booking/step.ts'
import type { Chargers } from '../chargers.ts'
import type { Writes } from '../store/writes.ts'
import { reservationAfterChange } from './life/reservation.ts'

/**
 * Writes down what was decided, each booking with a line in the journal, and has chargers told that hold something
 * back for a booking that isn't so any more. @returns the bookings as they now are; those that are gone are not there
 */
export function saveChanges(
  tx: Writes,
  chargers: Chargers,
  changes: readonly StepChange[],
  { act, reason }: { act: string; reason?: string },
): Booking[] {
  const all: Booking[] = []
  for (const { before, after } of changes) {
    if (after !== null) {
      if (before === null) tx.insert('booking', after)
      else tx.update('booking', after.id, after)
    } else if (before !== null) tx.remove('booking', before.id)
    tx.journal({
      act: `booking.${act}`,
      noun: 'booking',
      nounId: (after ?? before)?.id ?? '',
      before,
      after,
      ...(reason === undefined || reason === '' ? {} : { reason }),
    })
    const saved = reservationAfterChange(tx, chargers, before, after)
    if (saved !== null) all.push(saved)
  }
  return all
}

/** Numbers for new bookings' reservations, each above all that were ever given and are still known. */
export function reservationNumbers(tx: Writes): () => number {
  const [row] = tx.sql('select coalesce(max(reservationId), 0) as last from booking', [])
  let last = Number(row?.['last'] ?? 0)
  return () => (last += 1)
}
