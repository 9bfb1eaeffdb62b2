import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { expectedCost } from '../../../shared/domain/bill/expected.ts'
import { needWh } from '../../../shared/domain/booking/need.ts'
import { powerBetween } from '../../../shared/domain/connector/equipment.ts'
import { ASSUMED_W } from '../../../shared/domain/offer/likes.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import type { Writes } from '../store/writes.ts'
import { type BillPlace, placeOfBooking, type PlannedStay } from './bill-place.ts'
import { siteNow } from '../site/site-now.ts'

type Estimate = BillPlace &
  Pick<
    Bill,
    'state' | 'energyWh' | 'lines' | 'exclMinor' | 'inclMinor' | 'vat' | 'estimatedMinor' | 'endsAt'
  >

/** What a booking would cost if it went as it is planned. */
export function estimateOf(tx: Writes, booking: PlannedStay, bill: Bill | null = null): Estimate {
  const { arrivesAt, departsAt, need } = booking
  const { place, tariff } = placeOfBooking(tx, booking, bill)
  const powerW = powerFor(tx, booking)
  const wantedWh = need && needWh(need)
  // Whoever was taken in at the desk is thought to leave with what it came for; its window has time to spare. So has that of
  // who lets the site choose the hours: what the plan pauses isn't parking.
  const hasTime = booking.origin === 'walkUp' || booking.flexibility === 'flexible'
  const leavesAt =
    hasTime && wantedWh !== null && powerW > 0
      ? Math.min(departsAt, arrivesAt + Math.ceil((wantedWh * HOUR) / powerW))
      : departsAt
  const stay = { arrivesAt, departsAt: leavesAt, needWh: wantedWh, powerW }
  const { timeZone } = siteNow(tx)
  const { settlement } = place
  const { energyWh, ...sums } = expectedCost(stay, { tariff, settlement, timeZone })
  return {
    ...place,
    ...sums,
    ...{ energyWh, estimatedMinor: sums.inclMinor, state: 'estimated', endsAt: departsAt },
  }
}

/** What a connector gives that vehicle, W. */
export function powerFor(
  tx: Writes,
  {
    stationId,
    connectorId,
    vehicleId,
  }: Pick<PlannedStay, 'stationId' | 'connectorId' | 'vehicleId'>,
): number {
  if (stationId === null || connectorId === null) return ASSUMED_W
  const connector = tx.one('connector', { stationId, connectorId })
  if (connector === undefined) return ASSUMED_W
  const vehicle = vehicleId === null ? undefined : tx.get('vehicle', vehicleId)
  return powerBetween(connector, vehicle ?? null) ?? ASSUMED_W
}
