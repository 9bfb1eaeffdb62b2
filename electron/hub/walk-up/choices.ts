import type { Connector } from '../../../shared/domain/connector/connector.ts'
import { pluggedIn } from '../../../shared/domain/connector/plugged-in.ts'
import { powerBetween, plugsFit } from '../../../shared/domain/connector/equipment.ts'
import { bayOf } from '../../../shared/domain/booking/bay.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { placeOf as placeOfBooking } from '../../../shared/domain/booking/states.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Station } from '../../../shared/domain/station/station.ts'
import { chooseTariff } from '../../../shared/domain/tariff/choose.ts'
import { type TariffWords, wordsOf } from '../../../shared/domain/tariff/words.ts'
import type { WalkUpPlace, WalkUpWho } from '../../../shared/domain/walk-up/choice.ts'
import type { WalkUpNeed } from '../../../shared/domain/walk-up/need.ts'
import { DAY, MINUTE } from '../../../shared/time/instant.ts'
import { allPresent, awaitedBy } from '../booking/life/bookings-here.ts'
import { surroundingsOf } from '../booking/surroundings.ts'
import { siteNow } from '../site/site-now.ts'
import type { Writes } from '../store/writes.ts'
import { tariffBook } from '../tariff/choose.ts'
import { tokenOfVehicle } from '../tariff/whose.ts'
import { type Car, carOf } from './car.ts'
import { promiseNow } from './promise.ts'
import type { WalkUpRooms } from './rooms.ts'
import { walkUpTermsOf } from './terms.ts'
import { whoComes } from './who.ts'

/** A2 before A10. One for all: making one takes longer than the rest of a comparison. */
const byName = new Intl.Collator('en', { numeric: true })

export interface ChoicesWish {
  readonly plate: string
  readonly vehicleId: Id | null
  /** Of how many places the promise is told. */
  readonly limit: number
}

/**
 * Who is at the desk, and where that car could charge now: where a car is plugged in first, then where it charged the last
 * time, then by name. Only of the first few the grid is asked, so that it is quick with any number of connectors.
 */
export function walkUpChoices(
  tx: Writes,
  rooms: WalkUpRooms,
  { plate, vehicleId, limit }: ChoicesWish,
): { who: WalkUpWho | null; places: WalkUpPlace[] } {
  const car = carOf(tx, { plate, vehicleId, customerId: null })
  const known = whoComes(tx, car)
  const { places, settlement } = freePlaces(tx, rooms, car)
  const last = known?.last ?? null
  const isLast = ({ stationId, connectorId }: WalkUpPlace): boolean =>
    stationId === last?.stationId && connectorId === last.connectorId
  const sorted = places.toSorted(
    (one, other) =>
      Number(one.place.isOffline) - Number(other.place.isOffline) ||
      Number(other.place.isPluggedIn) - Number(one.place.isPluggedIn) ||
      Number(isLast(other.place)) - Number(isLast(one.place)) ||
      (other.place.pluggedInAt ?? 0) - (one.place.pluggedInAt ?? 0) ||
      byName.compare(one.name, other.name) ||
      one.place.connectorId - other.place.connectorId,
  )
  const terms = walkUpTermsOf(tx)
  const around = limit === 0 ? null : surroundingsOf(tx, rooms.promises)
  const need = last?.need ?? usualNeed(tx)
  return {
    who: known === null ? null : { ...known, settlement },
    places: sorted.map(({ place }, index) => {
      if (around === null || index >= limit || place.isOffline) return place
      const { stationId, connectorId } = place
      const coming = { stationId, connectorId, car, need, idToken: null }
      return { ...place, promised: promiseNow(tx, around, coming, terms) }
    }),
  }
}

/** What is wanted where nothing else is said. */
function usualNeed(tx: Writes): WalkUpNeed {
  const { defaultNeed } = walkUpTermsOf(tx)
  if (defaultNeed.kind !== 'for') return defaultNeed
  return { kind: 'until', at: tx.now + defaultNeed.stayMin * MINUTE }
}

interface NamedPlace {
  readonly name: string
  readonly place: WalkUpPlace
}

function freePlaces(
  tx: Writes,
  rooms: WalkUpRooms,
  car: Car,
): { places: NamedPlace[]; settlement: WalkUpWho['settlement'] } {
  const { timeZone, turnaroundMin } = siteNow(tx)
  const book = tariffBook(tx, timeZone)
  const idToken = tokenOfVehicle(tx, car.vehicle?.id ?? null)
  const customer = car.customerId === null ? null : (tx.get('customer', car.customerId) ?? null)
  const stations = new Map(tx.find('station', { retiredAt: null }).map((row) => [row.id, row]))
  const connectors = tx.find('connector', {})
  const wholes = new Map(
    connectors.filter((row) => row.connectorId === 0).map((row) => [row.stationId, row]),
  )
  const held = bookedNext(tx)
  const words = new Map<string, TariffWords>()
  const places: NamedPlace[] = []
  let settlement: WalkUpWho['settlement'] = null
  for (const connector of connectors) {
    const { stationId, connectorId } = connector
    const station = stations.get(stationId)
    if (station === undefined || connectorId < 1 || connector.transactionId !== null) continue
    const bay = bayOf(station, connector, wholes.get(stationId))
    const next = held.get(`${stationId}/${connectorId}`)
    if (bay.outOfService || !plugsFit(bay.equipment, car.vehicle) || next === 'now') continue
    // Whoever stands at the desk charges at once: the site has no hours to choose.
    const facts = { startsAt: tx.now, stationId, connectorId, customer, idToken, isFlexible: false }
    const chosen = chooseTariff(book, facts)
    settlement ??= chosen.settlement
    const { version } = chosen
    if (version !== null && !words.has(version.id)) words.set(version.id, wordsOf(version))
    places.push({
      name: station.name,
      place: placeOf(station, connector, {
        powerW: powerBetween(bay.equipment, car.vehicle),
        isOffline: !rooms.chargers.isConnected(stationId),
        freeUntil: next === undefined ? null : next - turnaroundMin * MINUTE,
        words: version === null ? null : (words.get(version.id) ?? null),
      }),
    })
  }
  return { places, settlement }
}

function placeOf(
  { id: stationId }: Station,
  { connectorId, standard, powerType, maxPowerW, status, statusAt }: Connector,
  told: Pick<WalkUpPlace, 'powerW' | 'isOffline' | 'freeUntil' | 'words'>,
): WalkUpPlace {
  const isPluggedIn = pluggedIn.has(status)
  return {
    ...{ stationId, connectorId, standard, powerType, maxPowerW, ...told },
    ...{ isPluggedIn, pluggedInAt: isPluggedIn ? statusAt : null, promised: null },
  }
}

/** Of each connector when it is booked next within a day; `now` where somebody has it. */
function bookedNext(tx: Writes): Map<string, number | 'now'> {
  const held = new Map<string, number | 'now'>()
  const awaited = awaitedBy(tx, tx.now + DAY).filter(({ departsAt }) => departsAt > tx.now)
  for (const booking of awaited) {
    const place = placeKey(booking)
    const before = held.get(place)
    if (booking.arrivesAt <= tx.now) held.set(place, 'now')
    else if (before !== 'now') held.set(place, Math.min(before ?? Infinity, booking.arrivesAt))
  }
  for (const booking of allPresent(tx)) held.set(placeKey(booking), 'now')
  return held
}

const placeKey = (booking: Booking): string => placeOfBooking(booking) ?? ''
