import type { Bill, BillLine } from '../../../shared/domain/bill/bill.ts'
import { isRestricted, pricesReservation } from '../../../shared/domain/bill/finalise.ts'
import {
  chargesJoined,
  reservationPeriods,
  type Stay,
  stayPeriods,
} from '../../../shared/domain/bill/periods.ts'
import { startOf } from '../../../shared/domain/bill/registers.ts'
import type { RevisionBasis } from '../../../shared/domain/bill/revision.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { TariffVersion } from '../../../shared/domain/tariff/tariff.ts'
import type { Writes } from '../store/writes.ts'
import { siteNow } from '../site/site-now.ts'

/** What a stay is priced from, as far as it has gone. */
export function basisOfStay(
  tx: Writes,
  bill: Bill,
  stay: Stay,
  booking: Booking | null,
  corrections: readonly BillLine[] = [],
): RevisionBasis {
  const tariff = tariffOfBill(tx, bill)
  const all = stayPeriods(stay, tariff?.idleGraceMin ?? 0)
  const periods = tariff !== null && isRestricted(tariff) ? all : chargesJoined(all)
  // A second charge of the same booking has no reservation of its own.
  const isFirst = booking !== null && isFirstOf(tx, bill, booking)
  if (tariff !== null && isFirst && pricesReservation(tariff))
    periods.unshift(...reservationPeriods(booking, startOf(stay.transaction)))
  const { settlement } = bill
  const { timeZone } = siteNow(tx)
  const { energyWh } = stay.transaction
  return { tariff, settlement, timeZone, corrections, periods, energyWh }
}

export function tariffOfBill(tx: Writes, { tariffVersionId }: Bill): TariffVersion | null {
  return tariffVersionId === null ? null : (tx.get('tariffVersion', tariffVersionId) ?? null)
}

/** The booking of a bill; null where it has none, or its booking is gone. */
export function bookingOfBill(tx: Writes, { bookingId }: Bill): Booking | null {
  return bookingId === null ? null : (tx.get('booking', bookingId) ?? null)
}

function isFirstOf(tx: Writes, { id, startsAt }: Bill, booking: Booking): boolean {
  const all = tx.find('bill', { bookingId: booking.id })
  return !all.some(
    (other) => other.id !== id && other.transactionId !== null && other.startsAt < startsAt,
  )
}
