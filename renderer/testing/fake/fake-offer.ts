import { implement } from '@orpc/server'
import { offerContract } from '../../../shared/contract/offer.ts'
import { needWh } from '../../../shared/domain/booking/need.ts'
import type { Offer } from '../../../shared/domain/offer/offer.ts'
import { spreadOffers } from '../../../shared/domain/offer/spread.ts'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import type { FakeStore } from './fake-store.ts'

const on = implement(offerContract)

/** Every connector can promise 11 kW from each quarter on; evenings cost more and lift the peak. */
export function fakeOffers(store: FakeStore) {
  return {
    find: on.find.handler(({ input }) => {
      const { need, arrivesFrom, departsBy, stayMs, stationId, order, limit } = input
      const wanted = need === null ? null : needWh(need)
      const mostWh = Math.floor((11_000 * (departsBy - arrivesFrom)) / HOUR)
      const lengthMs = stayMs ?? Math.ceil(((wanted ?? mostWh) / 11_000) * 4) * 15 * MINUTE
      const places = store.rows.connector.filter(
        (row) => row.connectorId > 0 && (stationId === undefined || row.stationId === stationId),
      )
      const offers: Offer[] = []
      const first = Math.ceil(arrivesFrom / (15 * MINUTE)) * 15 * MINUTE
      for (let arrivesAt = first; arrivesAt + lengthMs <= departsBy; arrivesAt += 15 * MINUTE) {
        const place = places[offers.length % Math.max(1, places.length)]
        if (place === undefined) break
        const evening = new Date(arrivesAt).getUTCHours() >= 15
        const energyWh = wanted ?? Math.floor((11_000 * lengthMs) / HOUR)
        offers.push({
          ...{ stationId: place.stationId, connectorId: place.connectorId, arrivesAt },
          departsAt: arrivesAt + lengthMs,
          energyWh,
          costMinor: Math.round((energyWh * (evening ? 160_000 : 70_000)) / 1e6),
          peakChangeW: evening ? 7_400 : 0,
        })
      }
      const spread = offers.length === 0 ? [] : spreadOffers(offers, order, limit)
      const priced = spread.map((offer) => {
        // 3.20 a kWh.
        const inclMinor = Math.round(offer.energyWh * 0.32)
        return { ...offer, price: { inclMinor, currency: 'SEK' } }
      })
      return { offers: priced, mostWh }
    }),
  }
}
