import type { Bay } from '../../../shared/domain/booking/bay.ts'
import { bayOf } from '../../../shared/domain/booking/bay.ts'
import { occupancyOf } from '../../../shared/domain/booking/occupancy.ts'
import type { Surroundings } from '../../../shared/domain/booking/surroundings.ts'
import { effectOn } from '../../../shared/domain/demand/effect.ts'
import type { GridAhead } from '../../../shared/domain/demand/grid-ahead.ts'
import { problemOf } from '../../../shared/domain/demand/problem-of.ts'
import { slotAt } from '../../../shared/domain/demand/slots.ts'
import { alikeBays, type WiredBay } from '../../../shared/domain/offer/likes.ts'
import {
  longestQuestions,
  longestWindows,
  mostPromised,
  offersOfWindows,
  promisedWindows,
} from '../../../shared/domain/offer/longest.ts'
import type { Offer, OfferWish, WishedStay } from '../../../shared/domain/offer/offer.ts'
import { gridQuestions, offersOf, slotsOfWish } from '../../../shared/domain/offer/offers-of.ts'
import { spreadOffers } from '../../../shared/domain/offer/spread.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { SitePlan } from './planner.ts'
import type { SiteRows } from './site-mirror.ts'
import type { Planner } from './threaded-planner.ts'

export type FoundOffers =
  | { readonly kind: 'found'; readonly offers: Offer[]; readonly mostWh: number }
  | { readonly kind: 'missing'; readonly noun: 'vehicle' | 'station'; readonly id: string }

/** Nothing is offered further ahead than this, slots. */
const MOST_SLOTS = 31 * 96

/** What of all that is found is told. */
export interface OffersShown {
  /** So many of each order; one that is the best in several is there as often. */
  readonly best: readonly Pick<OfferWish, 'order' | 'limit'>[]
  /** Whether the most is told where none is enough, which takes another look at the grid. */
  readonly tellsMost: boolean
}

/** The windows that can be promised for a wish, every accepted promise kept. */
export async function findOffers(
  wish: WishedStay,
  { best, tellsMost }: OffersShown,
  { rows, plan, planner, now }: { rows: SiteRows; plan: SitePlan; planner: Planner; now: Instant },
): Promise<FoundOffers> {
  const { vehicleId, stationId } = wish
  const vehicle = vehicleId === null ? null : rows.vehicles.get(vehicleId)
  if (vehicle === undefined) return { kind: 'missing', noun: 'vehicle', id: vehicleId ?? '' }
  if (stationId !== undefined && !rows.stations.has(stationId))
    return { kind: 'missing', noun: 'station', id: stationId }
  const wished = slotsOfWish(wish, now)
  if (wished === null) return { kind: 'found', offers: [], mostWh: 0 }

  const bays = wiredBays(rows).filter(
    ({ bay }) => stationId === undefined || bay.stationId === stationId,
  )
  const alike = alikeBays(bays, vehicle, rows.site?.voltageV ?? 230)
  const questions = gridQuestions(wish, alike, now)
  const firstSlot = Math.floor(slotAt(now))
  const last = Math.min(firstSlot + MOST_SLOTS, lastSlotOf(rows, wished.untilSlot))
  const grid = plan.gridFrom(firstSlot, last - firstSlot)
  const others = plan
    .sessionsWithin(firstSlot, last - firstSlot)
    .filter(({ id, promised }) => promised && id !== wish.bookingId)
  const problem = problemOf(others, grid, now)
  const answers = await planner.ask('windows', { problem, firstSlot, questions })
  const around = surroundingsOf(rows, bays, now)
  const load = await loadWithout(wish.bookingId, wished.untilSlot, plan, planner, now)
  const effect = effectOn(load.grid, load.loadW)
  const told = (offers: readonly Offer[], mostWh: number): FoundOffers => ({
    ...{ kind: 'found', mostWh },
    offers:
      offers.length === 0
        ? []
        : best.flatMap(({ order, limit }) => spreadOffers(offers, order, limit)),
  })
  const found = offersOf(wish, alike, answers, around, effect)
  if (found.length > 0) return told(found, mostPromised(found))
  if (wish.need !== null && !tellsMost) return told([], 0)

  // Nothing is enough, or nothing is free for all that time: what there is at most.
  const windows = alike.map((some) => longestWindows(wish, some, around))
  const longer = longestQuestions(wish, alike, windows, now)
  const most = await planner.ask('windows', { problem, firstSlot, questions: longer })
  const promised = promisedWindows(alike, windows, longer, most)
  const offers = wish.need === null ? offersOfWindows(promised, effect) : []
  return told(offers, mostPromised(promised))
}

/** Whoever is promised something that reaches beyond the wish has to be kept too. */
function lastSlotOf(rows: SiteRows, untilSlot: number): number {
  let last = untilSlot
  for (const { departsAt } of rows.bookings.values())
    last = Math.max(last, Math.ceil(slotAt(departsAt)))
  return last
}

/** What the site draws as planned when the booking that is to be moved isn't there. */
async function loadWithout(
  bookingId: string | undefined,
  untilSlot: number,
  plan: SitePlan,
  planner: Planner,
  now: Instant,
): Promise<{ grid: GridAhead; loadW: readonly number[] }> {
  const firstSlot = Math.floor(slotAt(now))
  const slots = Math.max(1, untilSlot - firstSlot)
  const grid = plan.gridFrom(firstSlot, slots)
  const sessions = plan.sessionsWithin(firstSlot, slots).filter(({ id }) => id !== bookingId)
  const objective = grid.prices === null ? 'flattest' : 'cheapest'
  const { loadW } = await planner.ask('solve', {
    problem: problemOf(sessions, grid, now),
    objective,
  })
  return { grid, loadW }
}

function wiredBays(rows: SiteRows): WiredBay[] {
  return [...rows.connectors.values()].flatMap((connector) => {
    const station = rows.stations.get(connector.stationId)
    if (station === undefined || connector.connectorId === 0) return []
    const bay: Bay = bayOf(station, connector, rows.connectors.get(`${station.id}/0`))
    return [{ bay, feederId: station.feederId, phaseRotation: station.phaseRotation }]
  })
}

function surroundingsOf(rows: SiteRows, bays: readonly WiredBay[], now: Instant): Surroundings {
  const { site } = rows
  if (site === null) throw new Error('The site is made when the hub starts.')
  const byPlace = new Map(bays.map(({ bay }) => [`${bay.stationId}/${bay.connectorId}`, bay]))
  return {
    now,
    timeZone: site.timeZone,
    terms: site,
    occupancy: occupancyOf(rows.bookings.values()),
    bay: (stationId, connectorId) => byPlace.get(`${stationId}/${connectorId}`),
    bays: () => byPlace.values(),
    vehicle: (id) => rows.vehicles.get(id),
    hasCustomer: () => true,
    grid: null,
  }
}
