import type { Connector } from '../../../shared/domain/connector/connector.ts'
import { powerBetween } from '../../../shared/domain/connector/equipment.ts'
import { leastPower, phasesOf } from '../../../shared/domain/demand/wiring.ts'
import type { CarTerms } from '../../../shared/domain/dispatch/limits.ts'
import type { Place } from '../../../shared/domain/dispatch/headroom.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { PlanLine, StoredPlan } from '../../../shared/domain/planning/stored-plan.ts'
import type { Site } from '../../../shared/domain/site/site.ts'
import type { Station } from '../../../shared/domain/station/station.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Writes } from '../store/writes.ts'

/** A connector that cars stand at, with the one that charges there and what is planned for it. */
export interface ChargingPoint {
  readonly key: string
  readonly station: Station
  readonly connector: Connector
  /** The running one. */
  readonly transaction: Transaction | null
  readonly line: PlanLine | null
  readonly car: CarTerms
  readonly place: Place
  /** The most that can flow, W. */
  readonly mostW: number
  readonly isOnline: boolean
}

/** A station with its connectors, those that cars stand at. */
export interface ControlledStation {
  readonly station: Station
  readonly points: readonly ChargingPoint[]
}

/** What there is to be told, and by what plan. */
export interface Scene {
  readonly now: Instant
  readonly site: Site
  readonly plan: StoredPlan | null
  readonly stations: readonly ControlledStation[]
  readonly points: readonly ChargingPoint[]
}

/** What a connector of which nobody knows the power is thought to give, W: 16 A on three phases. */
const ASSUMED_W = 11_040

/** Reads what there is. @param isConnected whether the station's socket is open */
export function sceneOf(tx: Writes, site: Site, isConnected: (stationId: Id) => boolean): Scene {
  const connectors = Map.groupBy(tx.find('connector', {}), ({ stationId }) => stationId)
  const running = newestByPlace(tx.find('transaction', { state: 'active' }))
  const lines = Map.groupBy(tx.find('planLine', {}), placeKey)
  const stations = tx
    .find('station', { retiredAt: null })
    .filter(({ bootedAt }) => bootedAt !== null)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((station): ControlledStation => {
      const isOnline = isConnected(station.id) && station.connection === 'online'
      const points = (connectors.get(station.id) ?? [])
        .filter(({ connectorId }) => connectorId > 0)
        .toSorted((a, b) => a.connectorId - b.connectorId)
        .map((connector) => {
          const key = placeKey(connector)
          const transaction = running.get(key) ?? null
          const line = lineFor(lines.get(key) ?? [], transaction, tx.now)
          return point(site, { key, station, connector, transaction, line, isOnline }, () =>
            vehicleOf(tx, line, transaction),
          )
        })
      return { station, points }
    })
  return {
    now: tx.now,
    site,
    plan: tx.get('plan', 'plan') ?? null,
    stations,
    points: stations.flatMap(({ points }) => points),
  }
}

type Bare = Omit<ChargingPoint, 'car' | 'place' | 'mostW'>

function point(site: Site, bare: Bare, vehicleThere: () => Vehicle | null): ChargingPoint {
  const { station, connector, line, transaction } = bare
  const vehicle = transaction === null ? null : vehicleThere()
  const phases = phasesOf(connector, vehicle, station.phaseRotation)
  const { voltageV } = site
  const leastW = leastPower(connector, phases, voltageV)
  return {
    ...bare,
    car: {
      phases: phases.length,
      voltageV,
      leastDa: Math.round((leastW * 10) / (voltageV * phases.length)),
      suspendable: vehicle?.resumes ?? true,
    },
    place: { phases, feederId: station.feederId },
    mostW: line?.maxW ?? powerBetween(connector, vehicle) ?? ASSUMED_W,
  }
}

/** Its own line; until there is one, that of the booking which is next on the connector. */
function lineFor(
  lines: readonly PlanLine[],
  transaction: Transaction | null,
  now: Instant,
): PlanLine | null {
  if (transaction === null) return null
  const own = lines.find(({ transactionId }) => transactionId === transaction.id)
  if (own !== undefined) return own
  const next = lines
    .filter(({ transactionId, departsAt }) => transactionId === null && departsAt > now)
    .toSorted((a, b) => a.departsAt - b.departsAt)[0]
  const begins = next?.powers[0]?.[0] ?? Infinity
  return next !== undefined && begins <= now ? next : null
}

function vehicleOf(
  tx: Writes,
  line: PlanLine | null,
  transaction: Transaction | null,
): Vehicle | null {
  const booking =
    line === null
      ? transaction && tx.find('booking', { transactionId: transaction.id })[0]
      : tx.get('booking', line.id)
  return (booking?.vehicleId && tx.get('vehicle', booking.vehicleId)) || null
}

function newestByPlace(transactions: readonly Transaction[]): Map<string, Transaction> {
  const inOrder = transactions.toSorted((a, b) => a.startedAt - b.startedAt)
  return new Map(inOrder.map((transaction) => [placeKey(transaction), transaction]))
}

function placeKey({ stationId, connectorId }: { stationId: Id; connectorId: number }): string {
  return `${stationId}/${connectorId}`
}
