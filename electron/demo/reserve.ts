import { statusOf } from './connector.ts'
import type { Connector } from './connector.ts'
import { between } from './random.ts'
import { connectorOf, replaceConnector } from './station.ts'
import type { Station } from './station.ts'
import { nextVisit } from './visit.ts'

/** A ReserveNow as it came (OCPP 1.6 §6.43). */
export type Wanted = {
  connectorId: number
  expiryDate: string
  idTag: string
  parentIdTag?: string | undefined
  reservationId: number
}

/** Holds a connector, if it can be held now; a reservation of the same number is replaced. */
export function reserveNow(
  station: Station,
  { connectorId, expiryDate, idTag, parentIdTag = '', reservationId: id }: Wanted,
): 'Accepted' | 'Faulted' | 'Occupied' | 'Rejected' | 'Unavailable' {
  const connector = connectorOf(station, connectorId)
  const now = Date.now()
  const until = Date.parse(expiryDate)
  if (connector === undefined || !(until > now)) return 'Rejected'
  const status = statusOf(connector)
  if (status === 'Faulted' || status === 'Unavailable') return status
  const own = status === 'Reserved' && connector.reservation?.id === id
  if (status !== 'Available' && !own) return 'Occupied'
  cancelReservation(station, id)
  const reservation = { id, idTag, parentIdTag: parentIdTag === '' ? null : parentIdTag, until }
  const next = visitOfHolder(station, connector, idTag, now, until)
  replaceConnector(station, { ...connector, reservation, next })
  return 'Accepted'
}

/** Lets the reservation of that number go; false when there is none. */
export function cancelReservation(station: Station, id: number): boolean {
  const held = station.connectors.find(({ reservation }) => reservation?.id === id)
  if (held === undefined) return false
  replaceConnector(station, { ...held, reservation: null })
  return true
}

/** Lets go of reservations whose time is over. */
export function expireReservations(station: Station, realNow: number): void {
  for (const connector of station.connectors) {
    const { reservation } = connector
    if (reservation !== null && reservation.until <= realNow)
      replaceConnector(station, { ...connector, reservation: null })
  }
}

/** A driver of the depot for whom a connector is held comes to it in time, unless on the way elsewhere. */
function visitOfHolder(
  station: Station,
  connector: Connector,
  idTag: string,
  now: number,
  until: number,
): Connector['next'] {
  const { random, clock } = station
  const holder = station.freeDrivers().find((driver) => driver.idTag === idTag)
  if (holder === undefined) return connector.next
  const comes = now + between(random, 0.2, 0.8) * (until - now)
  const visit = nextVisit(random, connector.outlet, [holder], clock.at(now))
  const arrivesAt = clock.at(comes)
  const leavesAt = arrivesAt + (visit.leavesAt - visit.arrivesAt)
  return { ...visit, arrivesAt, leavesAt, starts: 'card' }
}
