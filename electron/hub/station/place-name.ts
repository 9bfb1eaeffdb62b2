import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { siteNow } from '../site/site-now.ts'
import type { Lookups } from '../store/reads.ts'

/** A connector as people name it, such as A1, or A1 · 2 where there are several; the site where there is none yet. */
export function placeName(
  lookups: Lookups,
  { stationId, connectorId }: Pick<Booking, 'stationId' | 'connectorId'>,
): string {
  const station = stationId === null ? undefined : lookups.get('station', stationId)
  if (station === undefined) return siteNow(lookups).name
  const connectors = lookups
    .find('connector', { stationId: station.id })
    .filter((row) => row.connectorId > 0)
  return nameOfPlace(station.name, connectorId, connectors.length)
}

/** The same where the station's name is known, and how many connectors it has. */
export function nameOfPlace(station: string, connectorId: number | null, of: number): string {
  return of > 1 ? `${station} · ${connectorId}` : station
}
