import type { Booking } from '../booking/booking.ts'
import type { Surroundings } from '../booking/surroundings.ts'
import type { Connector } from '../connector/connector.ts'
import type { Customer } from '../customer/customer.ts'
import type { IdToken } from '../id-token/id-token.ts'
import type { Station } from '../station/station.ts'
import type { Vehicle } from '../vehicle/vehicle.ts'
import { plateKey } from '../vehicle/plate-key.ts'

/** What is there already, to find things by what people call them. */
export interface Known {
  /** The site's, IANA. */
  readonly timeZone: string
  vehicles(plate: string): readonly Vehicle[]
  customers(nameOrReference: string): readonly Customer[]
  /** By charge point id or name. */
  stations(called: string): readonly Station[]
  /** The numbers of a station's connectors, without 0. */
  connectors(stationId: string): readonly number[]
  token(text: string): IdToken | undefined
}

/** The rows that `knownOf` goes by; those put aside don't count. */
export interface KnownRows {
  readonly timeZone: string
  readonly vehicle: Iterable<Vehicle>
  readonly customer: Iterable<Customer>
  readonly station: Iterable<Station>
  readonly connector: Iterable<Pick<Connector, 'stationId' | 'connectorId'>>
  readonly idToken: Iterable<IdToken>
}

export function knownOf(rows: KnownRows): Known {
  const vehicles = new Map<string, Vehicle[]>()
  for (const row of rows.vehicle)
    if (row.archivedAt === null) add(vehicles, plateKey(row.plate), row)
  const customers = new Map<string, Customer[]>()
  for (const row of rows.customer) {
    if (row.archivedAt !== null) continue
    for (const key of new Set([nameKey(row.name), nameKey(row.reference)]))
      if (key !== '') add(customers, key, row)
  }
  const stations = new Map<string, Station[]>()
  for (const row of rows.station) {
    if (row.retiredAt !== null) continue
    for (const key of new Set([nameKey(row.chargePointId), nameKey(row.name)]))
      if (key !== '') add(stations, key, row)
  }
  const connectors = new Map<string, number[]>()
  for (const row of rows.connector)
    if (row.connectorId > 0) add(connectors, row.stationId, row.connectorId)
  const tokens = new Map<string, IdToken>()
  for (const row of rows.idToken) tokens.set(tokenKey(row.idToken), row)
  return {
    timeZone: rows.timeZone,
    vehicles: (plate) => vehicles.get(plateKey(plate)) ?? [],
    customers: (called) => customers.get(nameKey(called)) ?? [],
    stations: (called) => stations.get(nameKey(called)) ?? [],
    connectors: (stationId) => connectors.get(stationId) ?? [],
    token: (text) => tokens.get(tokenKey(text)),
  }
}

/** What rows of bookings are judged by as well. */
export interface KnownBookings {
  readonly around: Surroundings
  /** The booking with this id, over or not. */
  booking(id: string): Booking | undefined
  /** The id that a row's key always leads to, so that a row brought in twice is one booking. */
  idOf(key: string): string
  nextReservationId(): number
}

/** A token as it is compared (OCPP 1.6 §7.28: without case). */
export function tokenKey(text: string): string {
  return text.trim().toUpperCase()
}

function nameKey(name: string): string {
  return name.trim().replaceAll(/\s+/gu, ' ').toLowerCase()
}

function add<T>(lists: Map<string, T[]>, key: string, row: T): void {
  const list = lists.get(key)
  if (list) list.push(row)
  else lists.set(key, [row])
}
