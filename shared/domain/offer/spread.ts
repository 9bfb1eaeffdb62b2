import { HOUR, MINUTE } from '../../time/instant.ts'
import type { Offer, OfferOrder } from './offer.ts'

/** The first of two offers in an order is the one that compares lower. */
export function compareOffers(order: OfferOrder): (one: Offer, other: Offer) => number {
  const soonest = (one: Offer, other: Offer): number =>
    one.departsAt - other.departsAt || one.arrivesAt - other.arrivesAt || byPlace(one, other)
  switch (order) {
    case 'soonest':
      return soonest
    case 'cheapest':
      return (one, other) => perMWh(one) - perMWh(other) || soonest(one, other)
    case 'gentlest':
      return (one, other) => one.peakChangeW - other.peakChangeW || soonest(one, other)
  }
}

/** What a MWh of it costs; without prices all cost the same. */
function perMWh({ costMinor, energyWh }: Offer): number {
  return costMinor === null || energyWh === 0 ? 0 : (costMinor * 1_000_000) / energyWh
}

function byPlace(one: Offer, other: Offer): number {
  const [a, b] = [one, other].map(({ stationId, connectorId }) => `${stationId}/${connectorId}`)
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1
}

/** Two offers that begin closer together than this are the same to whoever chooses. */
const CLOSEST_MS = 15 * MINUTE

/**
 * The offers to show, the best first, but not all in the same hour: who chooses freely among them should still spread
 * the load. One is passed over when a better one begins close to it; the wider the span the wider apart they lie, as
 * long as there are enough. Of those that begin alike only the best is offered.
 */
export function spreadOffers(offers: readonly Offer[], order: OfferOrder, most: number): Offer[] {
  const sorted = [...offers].sort(compareOffers(order))
  const starts = sorted.map(({ arrivesAt }) => arrivesAt)
  const spanMs = Math.max(...starts) - Math.min(...starts)
  for (
    let apartMs = Math.min(2 * HOUR, spanMs / Math.max(1, most - 1));
    apartMs > CLOSEST_MS;
    apartMs /= 2
  ) {
    const chosen = chosenApart(sorted, most, apartMs)
    if (chosen.length === most) return chosen
  }
  return chosenApart(sorted, most, CLOSEST_MS)
}

function chosenApart(sorted: readonly Offer[], most: number, apartMs: number): Offer[] {
  const chosen: Offer[] = []
  for (const offer of sorted) {
    if (chosen.length === most) break
    const isClose = chosen.some(({ arrivesAt }) => Math.abs(arrivesAt - offer.arrivesAt) < apartMs)
    if (!isClose) chosen.push(offer)
  }
  return chosen
}
