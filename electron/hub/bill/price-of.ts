import { expectedCost } from '../../../shared/domain/bill/expected.ts'
import type { NewBooking } from '../../../shared/domain/booking/command.ts'
import type { Offer, PricedOffer, StayPrice } from '../../../shared/domain/offer/offer.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { chooseTariff } from '../../../shared/domain/tariff/choose.ts'
import type { Writes } from '../store/writes.ts'
import { tariffBook } from '../tariff/choose.ts'
import { whoseStay } from '../tariff/whose.ts'
import { estimateOf, powerFor } from './estimate.ts'
import { siteNow } from '../site/site-now.ts'

/** What a booking would cost that isn't made yet, as flexible as it is planned; null where no price is set. */
export function priceOfPlan(tx: Writes, plan: NewBooking): StayPrice | null {
  const { tariffVersionId, inclMinor, currency } = estimateOf(tx, { ...plan, id: null })
  return tariffVersionId === null ? null : { inclMinor, currency }
}

/** Offers with what each would cost that vehicle, as a booking of just these hours. */
export function pricedOffers(
  tx: Writes,
  offers: readonly Offer[],
  vehicleId: Id | null,
): PricedOffer[] {
  if (offers.length === 0) return []
  const { timeZone } = siteNow(tx)
  const book = tariffBook(tx, timeZone)
  const { customer } = whoseStay(tx, { vehicleId }, null)
  return offers.map((offer): PricedOffer => {
    const { stationId, connectorId, arrivesAt, departsAt, energyWh } = offer
    const place = { startsAt: arrivesAt, stationId, connectorId }
    const facts = { ...place, customer, idToken: null, isFlexible: false }
    const { version: tariff, settlement } = chooseTariff(book, facts)
    if (tariff === null) return { ...offer, price: null }
    const powerW = powerFor(tx, { stationId, connectorId, vehicleId })
    const stay = { arrivesAt, departsAt, needWh: energyWh, powerW }
    const { inclMinor } = expectedCost(stay, { tariff, settlement, timeZone })
    return { ...offer, price: { inclMinor, currency: tariff.ocpi.currency } }
  })
}
