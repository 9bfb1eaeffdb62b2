import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { Connector } from '../../../shared/domain/connector/connector.ts'
import type { PlaceView } from '../../../shared/domain/visit/site-view.ts'
import type { Lookups } from '../store/reads.ts'
import { placeName } from '../station/place-name.ts'
import { type Place, placeCodeOf, placesOf } from './place-code.ts'

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
  if (stationId === null || connectorId === null) return null
  const [connector] = tx.find('connector', { stationId, connectorId })
  if (connector === undefined) return null
  const code = placeCodeOf(hubSecret, stationId, connectorId)
  return shown({ code, name: placeName(tx, { stationId, connectorId }) }, connector)
}

/** A connector as phones are shown it. */
export function shown(
  { code, name }: Pick<Place, 'code' | 'name'>,
  { standard, powerType, maxPowerW }: Connector,
): PlaceView {
  return { code, name, standard, powerType, maxPowerW }
}
