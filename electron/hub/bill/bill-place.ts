import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { startOf } from '../../../shared/domain/bill/registers.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { chooseTariff } from '../../../shared/domain/tariff/choose.ts'
import type { TariffVersion } from '../../../shared/domain/tariff/tariff.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { Writes } from '../store/writes.ts'
import { tariffBook } from '../tariff/choose.ts'
import { whoseStay } from '../tariff/whose.ts'
import { siteNow } from '../site/site-now.ts'

/** Where, when and whose a stay is, and by what it is priced. */
export type BillPlace = Pick<
  Bill,
  | 'bookingId'
  | 'transactionId'
  | 'stationId'
  | 'connectorId'
  | 'customerId'
  | 'plate'
  | 'idToken'
  | 'settlement'
  | 'tariffVersionId'
  | 'currency'
  | 'startsAt'
>

/** A booking, or what one is to be. */
export type PlannedStay = Pick<
  Booking,
  | 'stationId'
  | 'connectorId'
  | 'arrivesAt'
  | 'departsAt'
  | 'need'
  | 'vehicleId'
  | 'customerId'
  | 'plate'
  | 'idToken'
> & { readonly id: Id | null }

/** Who pays, where a person has said so for a bill that is there already. */
export type SettledByHand = Pick<Bill, 'settlement' | 'settledByHand' | 'customerId'>

/** Of a booking before its car has come. */
export function placeOfBooking(
  tx: Writes,
  booking: PlannedStay,
  bill: SettledByHand | null,
): { place: BillPlace } & { tariff: TariffVersion | null } {
  const { stationId, connectorId, arrivesAt } = booking
  const { place, tariff } = placeOf(
    tx,
    { startsAt: arrivesAt, stationId, connectorId },
    booking,
    null,
  )
  return { place: keptAsSaid(place, bill), tariff }
}

/** Of a stay that has begun. */
export function placeOfStay(
  tx: Writes,
  transaction: Transaction,
  booking: Booking | null,
  bill: SettledByHand | null,
): BillPlace {
  const { stationId, connectorId } = transaction
  const startsAt = startOf(transaction)
  const { place } = placeOf(tx, { startsAt, stationId, connectorId }, booking, transaction)
  return keptAsSaid(place, bill)
}

function keptAsSaid(place: BillPlace, bill: SettledByHand | null): BillPlace {
  if (bill === null || !bill.settledByHand) return place
  return { ...place, settlement: bill.settlement, customerId: bill.customerId }
}

function placeOf(
  tx: Writes,
  { startsAt, stationId, connectorId }: Pick<Bill, 'startsAt' | 'stationId' | 'connectorId'>,
  booking: PlannedStay | null,
  transaction: Transaction | null,
): { place: BillPlace } & { tariff: TariffVersion | null } {
  const { timeZone, currency } = siteNow(tx)
  const { customer, plate, idToken } = whoseStay(tx, booking, transaction?.idToken ?? null)
  const { version: tariff, settlement } = chooseTariff(tariffBook(tx, timeZone), {
    ...{ startsAt, stationId, connectorId, customer },
    idToken: idToken === '' ? null : idToken,
  })
  const place: BillPlace = {
    bookingId: booking?.id ?? null,
    transactionId: transaction?.id ?? null,
    customerId: customer?.id ?? null,
    tariffVersionId: tariff?.id ?? null,
    currency: tariff?.ocpi.currency ?? currency,
    ...{ stationId, connectorId, plate, idToken, settlement, startsAt },
  }
  return { place, tariff }
}
