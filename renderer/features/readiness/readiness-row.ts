import { bayOf } from '../../../shared/domain/booking/bay.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { holdingStates, placeOf, presentStates } from '../../../shared/domain/booking/states.ts'
import type { Connector } from '../../../shared/domain/connector/connector.ts'
import type { Customer } from '../../../shared/domain/customer/customer.ts'
import type { IdToken } from '../../../shared/domain/id-token/id-token.ts'
import { readinessOf } from '../../../shared/domain/planning/readiness.ts'
import type { ChargerState, Fare } from '../../../shared/domain/planning/readiness.ts'
import type { PlanLine } from '../../../shared/domain/planning/stored-plan.ts'
import type { Station } from '../../../shared/domain/station/station.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { actFor } from './row-act.ts'
import type { RowAct } from './row-act.ts'

/** A car on the board. */
export interface ReadinessRow {
  readonly id: string
  readonly booking: Booking
  readonly fare: Fare
  readonly act: RowAct
  /** Plate, or whatever else it is known by; empty when by nothing. */
  readonly plate: string
  readonly vehicle: string
  readonly customer: string
  readonly zone: string
  readonly station: string
  /** Which of the station's connectors; null where it has only one, or none is known. */
  readonly connector: number | null
}

/** What the board wants to know of a station. */
type Charging = Pick<Station, 'id' | 'name' | 'zone' | 'connection' | 'retiredAt'>

/** The live rows that the board is made of. */
export interface ReadinessData {
  readonly bookings: Iterable<Booking>
  readonly planLines: readonly PlanLine[]
  readonly transactions: readonly Transaction[]
  readonly stations: readonly Charging[]
  readonly connectors: readonly Connector[]
  readonly vehicles: readonly Vehicle[]
  readonly customers: readonly Customer[]
  readonly idTokens: readonly IdToken[]
}

/** The cars that depart before `until`, and those that should have departed and still stand there; the next one first. */
export function readinessRows(data: ReadinessData, now: Instant, until: Instant): ReadinessRow[] {
  const lines = byId(data.planLines)
  const transactions = byId(data.transactions)
  const vehicles = byId(data.vehicles)
  const customers = byId(data.customers)
  const chargers = chargersOf(data)
  return [...data.bookings]
    .filter(
      ({ state, departsAt }) =>
        holdingStates.has(state) &&
        departsAt < until &&
        (departsAt > now || presentStates.has(state)),
    )
    .toSorted((a, b) => a.departsAt - b.departsAt || (a.id < b.id ? -1 : 1))
    .map((booking) => {
      const line = lines.get(booking.id)
      const transaction = transactions.get(booking.transactionId ?? '')
      const vehicle = vehicles.get(booking.vehicleId ?? '')
      const charger = chargers.get(placeOf(booking) ?? '')
      const fare = readinessOf(booking, line, transaction, charger?.state ?? 'online', now)
      const idToken = booking.idToken ?? tokenOf(booking, data.idTokens)
      return {
        id: booking.id,
        booking,
        fare,
        act: actFor(booking, fare, line, idToken, now),
        plate: vehicle?.plate ?? (booking.plate || booking.idToken || ''),
        vehicle: vehicle?.name ?? '',
        customer: customers.get(booking.customerId ?? vehicle?.customerId ?? '')?.name ?? '',
        zone: charger?.station.zone ?? '',
        station: charger?.station.name ?? '',
        connector: charger !== undefined && charger.of > 1 ? booking.connectorId : null,
      }
    })
}

/** Whether somebody has to do something about it. */
export function needsHand({ fare }: Pick<ReadinessRow, 'fare'>): boolean {
  return fare.readiness === 'atRisk' || fare.readiness === 'late'
}

interface Charger {
  readonly station: Charging
  readonly state: ChargerState
  /** How many connectors its station has. */
  readonly of: number
}

function chargersOf({ stations, connectors }: ReadinessData): Map<string, Charger> {
  const stationById = byId(stations)
  const ofStation = Map.groupBy(connectors, ({ stationId }) => stationId)
  const chargers = new Map<string, Charger>()
  for (const [stationId, mine] of ofStation) {
    const station = stationById.get(stationId)
    if (station === undefined) continue
    const whole = mine.find(({ connectorId }) => connectorId === 0)
    const parts = mine.filter(({ connectorId }) => connectorId > 0)
    for (const connector of parts) {
      const { outOfService } = bayOf(station, connector, whole)
      const reached = station.connection === 'online' ? 'online' : 'offline'
      const state = outOfService ? 'outOfService' : reached
      chargers.set(`${stationId}/${connector.connectorId}`, { station, state, of: parts.length })
    }
  }
  return chargers
}

/** A token that its vehicle may charge with. */
function tokenOf({ vehicleId }: Booking, idTokens: readonly IdToken[]): string | null {
  if (vehicleId === null) return null
  const own = idTokens.find((row) => row.vehicleId === vehicleId && row.status === 'Accepted')
  return own?.idToken ?? null
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}
