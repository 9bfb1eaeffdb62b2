import { bayOf } from '../../../shared/domain/booking/bay.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { placeOf } from '../../../shared/domain/booking/states.ts'
import { pluggedIn } from '../../../shared/domain/connector/plugged-in.ts'
import { chooseTariff } from '../../../shared/domain/tariff/choose.ts'
import { type TariffWords, wordsOf } from '../../../shared/domain/tariff/words.ts'
import type { PlaceNow, SiteView } from '../../../shared/domain/visit/site-view.ts'
import { DAY, MINUTE } from '../../../shared/time/instant.ts'
import { allPresent, awaitedBy } from '../booking/life/bookings-here.ts'
import { siteNow } from '../site/site-now.ts'
import type { Writes } from '../store/writes.ts'
import { tariffBook } from '../tariff/choose.ts'
import { houseRulesOf } from './house-rules.ts'
import { shown } from './place.ts'
import { placesOf } from './place-code.ts'
import type { VisitRooms } from './rooms.ts'

/** Where money is moved; a key that waits for its passphrase moves none. */
export function modeOf({ side }: Pick<VisitRooms, 'side'>): SiteView['mode'] {
  const mode = side.mode()
  return mode === 'locked' ? 'none' : mode
}

/** The site as whoever comes by sees it: what is free, from when, and what it costs. */
export function siteViewOf(tx: Writes, rooms: VisitRooms): SiteView {
  const site = siteNow(tx)
  const rules = houseRulesOf(tx)
  const prices = priceList()
  const flexiblePrices = priceList()
  const places = placesNow(tx, rooms, prices.indexOf, flexiblePrices.indexOf)
  const { takesNow, takesAhead, takesWaiting, paysOnline, paysAtDesk, depositPct } = rules
  const { leadMin, aheadDays, leastStayMin, mostStayMin, holdMin, cancelFreeMin } = rules
  return {
    ...{ name: site.name, timeZone: site.timeZone, currency: site.currency, now: tx.now },
    mode: modeOf(rooms),
    notice: { en: rules.noticeEn, sv: rules.noticeSv },
    rules: {
      ...{ takesNow, takesAhead, takesWaiting, paysOnline, paysAtDesk, depositPct },
      ...{ leadMin, aheadDays, leastStayMin, mostStayMin, holdMin, cancelFreeMin },
    },
    places,
    prices: prices.all,
    flexiblePrices: flexiblePrices.all.filter(
      (words) => !prices.all.some((price) => same(price, words)),
    ),
    waiting: tx.find('visit', { state: 'waiting' }).length,
  }
}

const same = (one: TariffWords, other: TariffWords): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** Prices, each once, and where each stands. */
function priceList() {
  const all: TariffWords[] = []
  const places = new Map<string, number>()
  return {
    all,
    indexOf(versionId: string, words: () => TariffWords): number {
      const known = places.get(versionId)
      if (known !== undefined) return known
      places.set(versionId, all.length)
      return all.push(words()) - 1
    },
  }
}

type IndexOf = ReturnType<typeof priceList>['indexOf']

function placesNow(
  tx: Writes,
  { chargers, hubSecret }: VisitRooms,
  priceOf: IndexOf,
  flexiblePriceOf: IndexOf,
): PlaceNow[] {
  const { timeZone, turnaroundMin } = siteNow(tx)
  const book = tariffBook(tx, timeZone)
  const stations = new Map(tx.find('station', { retiredAt: null }).map((row) => [row.id, row]))
  const connectors = new Map(
    tx.find('connector', {}).map((row) => [`${row.stationId}/${row.connectorId}`, row]),
  )
  const { next, until } = held(tx)
  return placesOf(tx, hubSecret).flatMap((place): PlaceNow[] => {
    const { stationId, connectorId } = place
    const key = `${stationId}/${connectorId}`
    const station = stations.get(stationId)
    const connector = connectors.get(key)
    if (station === undefined || connector === undefined) return []
    const stay = { startsAt: tx.now, stationId, connectorId, customer: null, idToken: null }
    const { version } = chooseTariff(book, { ...stay, isFlexible: false })
    const forFlexible = chooseTariff(book, { ...stay, isFlexible: true }).version
    if (forFlexible !== null) flexiblePriceOf(forFlexible.id, () => wordsOf(forFlexible))
    const bay = bayOf(station, connector, connectors.get(`${stationId}/0`))
    const isOut = bay.outOfService || !chargers.isConnected(stationId)
    const isTaken = connector.transactionId !== null || until.has(key)
    const nextAt = next.get(key)
    return [
      {
        ...shown(place, connector),
        state: isOut ? 'outOfService' : isTaken ? 'taken' : 'free',
        isPluggedIn: !isTaken && pluggedIn.has(connector.status),
        freeUntil: !isTaken && nextAt !== undefined ? nextAt - turnaroundMin * MINUTE : null,
        freeAt: isTaken ? (until.get(key) ?? null) : null,
        words: version === null ? null : priceOf(version.id, () => wordsOf(version)),
      },
    ]
  })
}

/** Of each connector when it is booked next within a day, and until when somebody has it. */
function held(tx: Writes): { next: Map<string, number>; until: Map<string, number> } {
  const next = new Map<string, number>()
  const until = new Map<string, number>()
  const taken = (booking: Booking): void => {
    const key = placeOf(booking) ?? ''
    until.set(key, Math.max(until.get(key) ?? tx.now, booking.departsAt))
  }
  for (const booking of awaitedBy(tx, tx.now + DAY)) {
    if (booking.departsAt <= tx.now) continue
    const key = placeOf(booking) ?? ''
    if (booking.arrivesAt <= tx.now) taken(booking)
    else next.set(key, Math.min(next.get(key) ?? Infinity, booking.arrivesAt))
  }
  for (const booking of allPresent(tx)) taken(booking)
  return { next, until }
}
