import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import {
  isReservationDue,
  reservedUntil,
  reservingToken,
} from '../../../../shared/domain/booking/reservation.ts'
import type { ConnectorStatus } from '../../../../shared/domain/connector/connector.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import type { Site } from '../../../../shared/domain/site/site.ts'
import { toIso } from '../../../../shared/time/instant.ts'
import { addCommand } from '../../command/request.ts'
import type { Writes } from '../../store/writes.ts'
import type { ReservingChargers } from './reservation.ts'
import { turn } from './turn.ts'

/** With these a charger can hold a connector, or replace what it holds. */
const RESERVABLE: ReadonlySet<ConnectorStatus> = new Set(['Available', 'Reserved', 'Unknown'])

/** Asks chargers to hold the connectors of bookings that are due soon, where they can. */
export function reserveAhead(
  tx: Writes,
  chargers: ReservingChargers,
  awaited: readonly Booking[],
  site: Site,
): void {
  for (const booking of awaited) {
    const { stationId, connectorId } = booking
    if (stationId === null || connectorId === null) continue
    // Whoever is taken in at the desk is started from there; a reservation would come between.
    if (booking.origin === 'walkUp') continue
    if (!isReservationDue(booking, site, tx.now) || !chargers.isConnected(stationId)) continue
    const connector = tx.one('connector', { stationId, connectorId })
    if (connector !== undefined && !RESERVABLE.has(connector.status)) continue
    const { idToken, vehicleId } = booking
    const [known] = idToken === null ? [] : tx.find('idToken', { idToken })
    const ofVehicle = vehicleId === null ? [] : tx.find('idToken', { vehicleId })
    const token = reservingToken(booking, known, ofVehicle)
    if (token === null) continue
    const profile = reservationProfile(tx, stationId)
    if (profile === 'no') continue
    if (profile === 'unknown' && hasDeclined(tx, stationId)) {
      turn(tx, booking, 'reserveRefused', { reservation: 'refused' })
      continue
    }
    const request = {
      action: 'ReserveNow',
      payload: {
        connectorId,
        expiryDate: toIso(reservedUntil(booking, site)),
        idTag: token.idToken,
        ...(token.parentIdToken === null ? {} : { parentIdTag: token.parentIdToken }),
        reservationId: booking.reservationId,
      },
    } as const
    const asked = addCommand(tx, chargers, stationId, request, 'hub')
    if (asked.kind === 'requested') tx.change('booking', booking, { reservation: 'requested' })
  }
}

/** Whether the charger has the Reservation profile (OCPP 1.6 §9.1.26), as its configuration last read tells. */
function reservationProfile(tx: Writes, stationId: Id): 'yes' | 'no' | 'unknown' {
  const [row] = tx.find('configurationKey', { stationId, key: 'SupportedFeatureProfiles' })
  if (row === undefined || row.value === null) return 'unknown'
  const profiles = row.value.split(',').map((profile) => profile.trim().toLowerCase())
  return profiles.includes('reservation') ? 'yes' : 'no'
}

/** Whether the charger has said that it doesn't know reservations at all, the last time it was asked. */
function hasDeclined(tx: Writes, stationId: Id): boolean {
  const [last] = tx.sql(
    `select json_extract(answer, '$.code') as code from command
      where stationId = ? and action = 'ReserveNow' and endedAt is not null
      order by requestedAt desc limit 1`,
    [stationId],
  )
  return last?.['code'] === 'NotSupported' || last?.['code'] === 'NotImplemented'
}
