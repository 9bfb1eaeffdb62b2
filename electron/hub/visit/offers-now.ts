import { depositOf } from '../../../shared/domain/visit/deposit.ts'
import { visitRefusalsOf } from '../../../shared/domain/visit/refusals-of.ts'
import type { VisitRefusal } from '../../../shared/domain/visit/refusal.ts'
import type { OfferLabel, VisitOffer } from '../../../shared/domain/visit/site-view.ts'
import type { WalkUpPlace } from '../../../shared/domain/walk-up/choice.ts'
import { surroundingsOf } from '../booking/surroundings.ts'
import type { Writes } from '../store/writes.ts'
import { walkUpChoices } from '../walk-up/choices.ts'
import { promiseNow } from '../walk-up/promise.ts'
import { walkUpTermsOf } from '../walk-up/terms.ts'
import { nobodysCar, walkUpNeedOf } from './begin-now.ts'
import { houseRulesOf } from './house-rules.ts'
import type { FoundVisitOffers, OfferQuestion } from './offers.ts'
import { placeViewOf } from './place.ts'
import { priceOfVisit } from './price.ts'
import type { VisitRooms } from './rooms.ts'

/** Of how many connectors the grid is asked. */
const MOST_ASKED = 6

/** What could be had at once: at a connector where a car is plugged in first, or at the one that was named. */
export function offersNow(
  tx: Writes,
  rooms: VisitRooms,
  { need: wanted, place }: OfferQuestion,
  departsBy: number,
): FoundVisitOffers {
  const rules = houseRulesOf(tx)
  const terms = walkUpTermsOf(tx)
  const need = walkUpNeedOf(wanted, departsBy)
  const { places } = walkUpChoices(tx, rooms, { plate: '', vehicleId: null, limit: 0 })
  const here = places.filter(
    ({ stationId, connectorId }) =>
      place === null || (stationId === place.stationId && connectorId === place.connectorId),
  )
  const online = here.filter(({ isOffline }) => !isOffline)
  const around = surroundingsOf(tx, rooms.promises)
  const refusals: VisitRefusal[] = []
  const offers: VisitOffer[] = []
  for (const free of online.slice(0, MOST_ASKED)) {
    const { stationId, connectorId } = free
    const coming = { stationId, connectorId, car: nobodysCar(''), need, idToken: null }
    const { promise, refusals: against } = promiseNow(tx, around, coming, terms)
    const shown = placeViewOf(tx, rooms.hubSecret, free)
    refusals.push(...visitRefusalsOf(against))
    if (promise === null || shown === null) continue
    const { priceMinor, currency, settlement, words } = priceOfVisit(
      tx,
      {
        ...{ stationId, connectorId, arrivesAt: tx.now, departsAt: promise.departsAt },
        need: need.kind === 'energy' ? need : null,
        flexibility: 'fixed',
      },
      'walkUp',
    )
    offers.push({
      ...{ labels: [], place: shown, arrivesAt: tx.now, departsAt: promise.departsAt },
      ...{ energyWh: promise.energyWh ?? promise.thoughtWh, isFlexible: false, words },
      price: priceMinor === null ? null : { inclMinor: priceMinor, currency },
      depositMinor: settlement === 'pay' ? depositOf(priceMinor, currency, 'online', rules) : 0,
    })
  }
  if (offers.length > 0) return { offers: labelled(offers), mostWh: 0, refusals: [] }
  return { offers: [], mostWh: 0, refusals: [refusals[0] ?? nothingFree(here)] }
}

function nothingFree(here: readonly WalkUpPlace[]): VisitRefusal {
  return here.length > 0 ? { code: 'offline' } : { code: 'taken' }
}

/** The first is where a car is plugged in, or the first by name; a cheaper one is told to be so. */
function labelled(offers: readonly VisitOffer[]): VisitOffer[] {
  const costOf = ({ price }: VisitOffer): number => price?.inclMinor ?? 0
  const least = Math.min(...offers.map(costOf))
  const [first] = offers
  const firstCheap = offers.find((offer) => costOf(offer) === least)
  return offers.map((offer) => {
    const labels: OfferLabel[] = offer === first ? ['soonest'] : []
    const isCheaper = first !== undefined && offer === firstCheap && least < costOf(first)
    return { ...offer, labels: isCheaper ? [...labels, 'cheapest'] : labels }
  })
}
