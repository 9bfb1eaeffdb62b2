import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { startOf } from '../../../shared/domain/bill/registers.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { chooseTariff } from '../../../shared/domain/tariff/choose.ts'
import type { TariffVersion } from '../../../shared/domain/tariff/tariff.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { Writes } from '../store/writes.ts'
import { tariffBook } from '../tariff/choose.ts'
import { tokenOfVehicle, whoseStay } from '../tariff/whose.ts'
import { siteNow } from '../site/site-now.ts'
import { tariffOfBill } from './basis.ts'
import { isBeingPaid } from './being-paid.ts'

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
  | 'flexibility'
> & { readonly id: Id | null; readonly origin?: Booking['origin'] }

/** With the tariff itself. */
interface Placed {
  readonly place: BillPlace
  readonly tariff: TariffVersion | null
}

/** Of a booking; once its stay has begun it stays as it began, whatever the booking is changed to. */
export function placeOfBooking(tx: Writes, booking: PlannedStay, bill: Bill | null): Placed {
  const { stationId, connectorId, arrivesAt } = booking
  const placed = placeOf(tx, { startsAt: arrivesAt, stationId, connectorId }, booking, null)
  if (bill === null) return placed
  return bill.state === 'estimated' ? keptAsSaid(tx, placed, bill) : keptAsBegun(tx, placed, bill)
}

/** Of a stay that has begun. */
export function placeOfStay(
  tx: Writes,
  transaction: Transaction,
  booking: Booking | null,
  bill: Bill | null,
): BillPlace {
  const { stationId, connectorId } = transaction
  const startsAt = startOf(transaction)
  const placed = placeOf(tx, { startsAt, stationId, connectorId }, booking, transaction)
  return (bill === null ? placed : keptAsSaid(tx, placed, bill)).place
}

/**
 * Who pays stays where a person has said so, and where money has moved already: the ledger has it on their account. What
 * was paid in another currency than now holds stays in that one.
 */
function keptAsSaid(tx: Writes, { place, tariff }: Placed, bill: Bill): Placed {
  const isPaid = isBeingPaid(tx, bill)
  if (!bill.settledByHand && !isPaid) return { place, tariff }
  const { settlement, customerId, currency, tariffVersionId } = bill
  const kept = { ...place, settlement, customerId }
  if (!isPaid || place.currency === currency) return { place: kept, tariff }
  return { place: { ...kept, currency, tariffVersionId }, tariff: tariffOfBill(tx, bill) }
}

function keptAsBegun(tx: Writes, { place }: Placed, bill: Bill): Placed {
  const { settlement, customerId, currency, tariffVersionId } = bill
  return {
    place: { ...place, settlement, customerId, currency, tariffVersionId },
    tariff: tariffOfBill(tx, bill),
  }
}

/** Who is taken in at the desk pays what that car's own id token would: the one it charges under is nobody's. */
function pricedToken(tx: Writes, booking: PlannedStay | null): string | null {
  return booking?.origin === 'walkUp' ? tokenOfVehicle(tx, booking.vehicleId) : null
}

function placeOf(
  tx: Writes,
  { startsAt, stationId, connectorId }: Pick<Bill, 'startsAt' | 'stationId' | 'connectorId'>,
  booking: PlannedStay | null,
  transaction: Transaction | null,
): Placed {
  const { timeZone, currency } = siteNow(tx)
  const { customer, plate, idToken } = whoseStay(tx, booking, transaction?.idToken ?? null)
  const { version: tariff, settlement } = chooseTariff(tariffBook(tx, timeZone), {
    ...{ startsAt, stationId, connectorId, customer },
    idToken: pricedToken(tx, booking) ?? (idToken === '' ? null : idToken),
    isFlexible: booking?.flexibility === 'flexible',
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
