import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { BookingPlan } from '../../../shared/domain/booking/booking.ts'
import { noShowPeriods } from '../../../shared/domain/bill/periods.ts'
import { pricesReservation } from '../../../shared/domain/bill/finalise.ts'
import { billOf } from '../../../shared/domain/bill/bill-of.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { type TariffWords, wordsOf } from '../../../shared/domain/tariff/words.ts'
import { estimateOf } from '../bill/estimate.ts'
import { tariffOfBill } from '../bill/basis.ts'
import { siteNow } from '../site/site-now.ts'
import type { Writes } from '../store/writes.ts'

/** What a visit would cost as it is planned. */
export interface VisitPrice {
  /** Tax included; null where no price is set. */
  readonly priceMinor: number | null
  readonly currency: string
  readonly settlement: Bill['settlement']
  readonly words: TariffWords | null
}

/** A window as a driver would have it: nobody's vehicle and nobody's account, whatever plate was typed. */
export type DriversPlan = Pick<
  BookingPlan,
  'stationId' | 'connectorId' | 'arrivesAt' | 'departsAt' | 'need' | 'flexibility'
>

/** What a visit would cost that isn't there yet, by the very reckoning that its bill will be made by. */
export function priceOfVisit(tx: Writes, plan: DriversPlan, origin: Booking['origin']): VisitPrice {
  const nobodys = { vehicleId: null, customerId: null, plate: '', idToken: null }
  const thought = estimateOf(tx, { ...plan, ...nobodys, id: null, origin })
  const { tariffVersionId, settlement, inclMinor, currency } = thought
  const version = tariffVersionId === null ? undefined : tx.get('tariffVersion', tariffVersionId)
  return {
    priceMinor: version === undefined ? null : inclMinor,
    ...{ currency, settlement },
    words: version === undefined ? null : wordsOf(version),
  }
}

/** What it would cost not to come after all, minor units: what the tariff asks for a reservation that expires. */
export function noShowFee(tx: Writes, booking: Booking, bill: Bill | null): number {
  const tariff = bill === null ? null : tariffOfBill(tx, bill)
  if (bill === null || tariff === null || !pricesReservation(tariff)) return 0
  const { timeZone } = siteNow(tx)
  const { settlement } = bill
  const terms = { tariff, settlement, timeZone, corrections: [] }
  return billOf(noShowPeriods(booking, tx.now), terms).inclMinor
}
