import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { Connector } from '../../../shared/domain/connector/connector.ts'
import type { PlaceView } from '../../../shared/domain/visit/site-view.ts'
import type { Lookups } from '../store/reads.ts'
import { type Place, placesOf } from './place-code.ts'

/** The connector that a code on a sign names; undefined when none has it. */
export function placeCoded(tx: Lookups, hubSecret: string, code: string): Place | undefined {
  return placesOf(tx, hubSecret).find((place) => place.code === code)
}

/** What a driver sees of the connector of a booking; null while it has none. */
export function placeViewOf(
  tx: Lookups,
  hubSecret: string,
  { stationId, connectorId }: Pick<Booking, 'stationId' | 'connectorId'>,
): PlaceView | null {
  const place = placesOf(tx, hubSecret).find(
    (row) => row.stationId === stationId && row.connectorId === connectorId,
  )
  if (place === undefined) return null
  const [connector] = tx.find('connector', {
    stationId: place.stationId,
    connectorId: place.connectorId,
  })
  return connector === undefined ? null : shown(place, connector)
}

/** A connector as phones are shown it. */
export function shown(
  { code, name }: Place,
  { standard, powerType, maxPowerW }: Connector,
): PlaceView {
  return { code, name, standard, powerType, maxPowerW }
}
