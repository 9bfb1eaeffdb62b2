import type { BookingTerms } from '../../../../shared/domain/site/booking-terms.ts'
import type { Writes } from '../../store/writes.ts'

export type StayTerms = Pick<BookingTerms, 'turnaroundMin' | 'walkUpStayMin'> & {
  /** A charger's number for a new booking, above all that were ever given and are still known. */
  readonly nextReservationId: number
}

/** What each start of a charge asks for, in one question; the whole site takes longer to read. */
export function stayTerms(tx: Writes): StayTerms {
  const [row] = tx.sql(
    `select turnaroundMin, walkUpStayMin,
      (select coalesce(max(reservationId), 0) + 1 from booking) as nextReservationId from site`,
    [],
  )
  return {
    turnaroundMin: Number(row?.['turnaroundMin'] ?? 0),
    walkUpStayMin: Number(row?.['walkUpStayMin'] ?? 0),
    nextReservationId: Number(row?.['nextReservationId']),
  }
}
