import type { LiveTable } from '../../../shared/contract/live.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { holdingStates, placeOf } from '../../../shared/domain/booking/states.ts'
import type { Connector } from '../../../shared/domain/connector/connector.ts'
import type { DemandAround, Outlet } from '../../../shared/domain/demand/session-of.ts'
import type { Feeder } from '../../../shared/domain/site/feeder.ts'
import type { SeriesStep } from '../../../shared/domain/site/series.ts'
import type { Site } from '../../../shared/domain/site/site.ts'
import type { TemporaryLimit } from '../../../shared/domain/site/temporary-limit.ts'
import type { Station } from '../../../shared/domain/station/station.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'
import { type Instant, MINUTE } from '../../../shared/time/instant.ts'
import { seriesAhead } from '../site/series-rows.ts'
import type { Reads } from '../store/reads.ts'
import type { Store } from '../store/store.ts'
import { decodeRow } from '../store/tables.ts'

/** The rows that planning looks at, as they are on disk. */
export interface SiteRows {
  site: Site | null
  feeders: Map<string, Feeder>
  temporaryLimits: Map<string, TemporaryLimit>
  stations: Map<string, Station>
  /** By place, see `placeOf`. */
  connectors: Map<string, Connector>
  vehicles: Map<string, Vehicle>
  /** Those that hold a connector. */
  bookings: Map<string, Booking>
  /** The running ones. */
  transactions: Map<string, Transaction>
  baseSeries: SeriesStep[]
  priceSeries: SeriesStep[]
}

/** What of the rows has changed: bookings by id, and whether anything else did that plans depend on. */
export interface MirrorChange {
  readonly bookingIds: ReadonlySet<string>
  /** Something that many sessions depend on: the site, its wiring, its equipment. */
  readonly wide: boolean
  /** Whether any car came, went, or wants something else. */
  readonly sessions: boolean
  /** Whether a car that is there is among them, or one that comes soon, or what the grid bears. */
  readonly urgent: boolean
}

/** What happens to a booking that arrives sooner than this is planned at once. */
const SOON_MS = 15 * MINUTE

function isSoon(booking: Booking | undefined, soon: Instant): boolean {
  return booking !== undefined && booking.arrivesAt <= soon
}

export interface SiteMirror {
  readonly rows: SiteRows
  /** Takes in what was committed since; cheap when that is little. Null when that was more than is remembered. */
  sync(): MirrorChange | null
  /** Reads all of it again. */
  reload(): Promise<void>
  /** Reads the imported series again; they are not live rows. */
  readSeries(): Promise<void>
}

/** Reads all there is, and follows it from then on. */
export async function siteMirror(store: Store, clock: () => Instant): Promise<SiteMirror> {
  const { feed, reads } = store
  let place = feed.position()
  const rows = await allRows(reads, clock())
  return {
    async reload() {
      place = feed.position()
      Object.assign(rows, await allRows(reads, clock()))
    },
    rows,
    sync() {
      const changes = feed.since(place)
      if (changes === undefined) return null
      place = feed.position()
      const bookingIds = new Set<string>()
      let wide = false
      let sessions = false
      let urgent = false
      const soon = clock() + SOON_MS
      for (const { table, id, row } of changes) {
        if (table === 'booking') {
          const before = rows.bookings.get(id)
          takeInBooking(rows, id, row as Booking | null) // the feed's rows are their table's
          bookingIds.add(id)
          urgent ||= isSoon(before, soon) || isSoon(rows.bookings.get(id), soon)
        } else {
          const before = pausesByItself(rows, table, row)
          const isWide = takeIn(rows, table, id, row)
          wide ||= isWide
          urgent ||= isWide && table !== 'vehicle'
          if (before !== pausesByItself(rows, table, row)) sessions = urgent = true
        }
      }
      return { bookingIds, wide, sessions: sessions || bookingIds.size > 0, urgent }
    },
    async readSeries() {
      rows.baseSeries = await seriesAhead(reads, 'base', clock())
      rows.priceSeries = await seriesAhead(reads, 'price', clock())
    },
  }
}

/** What sessions depend on, from the mirrored rows. */
export function demandAround(rows: SiteRows, now: Instant): DemandAround {
  return {
    now,
    voltageV: rows.site?.voltageV ?? 230,
    outlet(stationId, connectorId): Outlet | undefined {
      const station = rows.stations.get(stationId)
      const connector = rows.connectors.get(`${stationId}/${connectorId}`)
      if (station === undefined || connector === undefined) return undefined
      const { standard, powerType, maxPowerW, status } = connector
      const { feederId, phaseRotation } = station
      return { equipment: { standard, powerType, maxPowerW }, status, feederId, phaseRotation }
    },
    vehicle: (id) => rows.vehicles.get(id),
    transaction: (id) => rows.transactions.get(id),
  }
}

function takeInBooking(rows: SiteRows, id: string, row: Booking | null): void {
  if (row !== null && holdingStates.has(row.state) && placeOf(row) !== null)
    rows.bookings.set(id, row)
  else rows.bookings.delete(id)
}

/** Whether the car on a connector has paused by itself, as far as the rows know. */
function pausesByItself(rows: SiteRows, table: LiveTable, row: unknown): boolean {
  if (table !== 'connector' || row === null) return false
  const { stationId, connectorId } = row as Connector // as above
  return rows.connectors.get(`${stationId}/${connectorId}`)?.status === 'SuspendedEV'
}

/** @returns whether many sessions may be others now */
function takeIn(rows: SiteRows, table: LiveTable, id: string, row: unknown): boolean {
  switch (table) {
    case 'site':
      rows.site = row as Site // as above, for each of these
      return true
    case 'feeder':
      put(rows.feeders, id, row as Feeder | null)
      return true
    case 'temporaryLimit':
      put(rows.temporaryLimits, id, row as TemporaryLimit | null)
      return true
    case 'vehicle':
      put(rows.vehicles, id, row as Vehicle | null)
      return true
    case 'station':
      return takeInStation(rows, id, row as Station | null)
    case 'connector':
      return takeInConnector(rows, row as Connector | null)
    case 'transaction': {
      const transaction = row as Transaction | null
      put(rows.transactions, id, transaction?.state === 'active' ? transaction : null)
      return false
    }
    default:
      return false
  }
}

/** A station's rows change with every word of it; plans depend on its wiring alone. */
function takeInStation(rows: SiteRows, id: string, row: Station | null): boolean {
  const before = rows.stations.get(id)
  put(rows.stations, id, row?.retiredAt === null ? row : null)
  return before?.feederId !== row?.feederId || before?.phaseRotation !== row?.phaseRotation
}

function takeInConnector(rows: SiteRows, row: Connector | null): boolean {
  if (row === null) return false
  const place = `${row.stationId}/${row.connectorId}`
  const before = rows.connectors.get(place)
  rows.connectors.set(place, row)
  return before?.maxPowerW !== row.maxPowerW || before.powerType !== row.powerType
}

function put<T>(map: Map<string, T>, id: string, row: T | null): void {
  if (row === null) map.delete(id)
  else map.set(id, row)
}

async function allRows(reads: Reads, now: Instant): Promise<SiteRows> {
  const holding = await reads.query
    .selectFrom('booking')
    .selectAll()
    .where('state', 'in', [...holdingStates])
    .where('stationId', 'is not', null)
    .execute()
  const [site] = await reads.find('site', {})
  const connectors = await reads.find('connector', {})
  return {
    site: site ?? null,
    feeders: byId(await reads.find('feeder', {})),
    temporaryLimits: byId(await reads.find('temporaryLimit', { liftedAt: null })),
    stations: byId(await reads.find('station', { retiredAt: null })),
    connectors: new Map(connectors.map((row) => [`${row.stationId}/${row.connectorId}`, row])),
    vehicles: byId(await reads.find('vehicle', {})),
    bookings: byId(holding.map((row) => decodeRow('booking', row))),
    transactions: byId(await reads.find('transaction', { state: 'active' })),
    baseSeries: await seriesAhead(reads, 'base', now),
    priceSeries: await seriesAhead(reads, 'price', now),
  }
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]))
}
