import type { Connector } from '../../../shared/domain/connector/connector.ts'
import { pluggedIn } from '../../../shared/domain/connector/plugged-in.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Station } from '../../../shared/domain/station/station.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { chargeStateOf } from '../../ui/mark/charge-state.ts'
import type { ChargeState } from '../../ui/mark/charge-state.ts'

/** A connector as a row or tile shows it, with the transaction that runs on it. */
export type ConnectorView = {
  connector: Connector
  state: ChargeState
  transaction: Transaction | null
  /** Power now, W; null when nothing is plugged in, or when the station is silent. */
  powerW: number | null
}

/** Something the charger reports as wrong, still in its own codes. */
export type StationError = {
  connectorId: number
  errorCode: string
  vendorErrorCode: string | null
  info: string | null
}

/** What makes a station ask for a hand, the most pressing first. */
export const needs = [
  'fault',
  'lostWhileCharging',
  'offline',
  'noPassword',
  'finished',
  'never',
  'none',
] as const
export type Need = (typeof needs)[number]

/** One station joined with its connectors and running transactions: all that a table row or a tile shows. */
export type StationRow = {
  id: Id
  station: Station
  /** In connector order, without connector 0. */
  connectors: ConnectorView[]
  errors: StationError[]
  /** Power now over all connectors, W; null when none is measured. */
  powerW: number | null
  /** Delivered so far by the running transactions, Wh; null when none runs. */
  energyWh: number | null
  need: Need
  /** The last word from the charger: the age of everything on the row. */
  heardAt: Instant | null
}

/** Rows for every station that has not been retired, in no particular order. */
export function stationRows(
  stations: readonly Station[],
  connectors: readonly Connector[],
  transactions: readonly Transaction[],
): StationRow[] {
  const byStation = Map.groupBy(connectors, (connector) => connector.stationId)
  const running = Map.groupBy(
    transactions.filter((transaction) => transaction.state === 'active'),
    (transaction) => transaction.stationId,
  )
  return stations
    .filter((station) => station.retiredAt === null)
    .map((station) =>
      stationRow(station, byStation.get(station.id) ?? [], running.get(station.id) ?? []),
    )
}

/** One station joined with its own connectors and its own running transactions. */
export function stationRow(
  station: Station,
  connectors: readonly Connector[],
  running: readonly Transaction[],
): StationRow {
  const online = station.connection === 'online'
  const views = connectors
    .filter((connector) => connector.connectorId > 0)
    .toSorted((a, b) => a.connectorId - b.connectorId)
    .map((connector) => connectorView(connector, running, online))
  const whole = connectors.find((connector) => connector.connectorId === 0)
  const errors = connectors.flatMap(errorOf).toSorted((a, b) => a.connectorId - b.connectorId)
  return {
    id: station.id,
    station,
    connectors: views,
    errors,
    powerW: total(views.map((view) => view.powerW)) ?? (online ? (whole?.powerW ?? null) : null),
    energyWh: total(running.map((transaction) => transaction.energyWh)),
    need: needOf(station, views, errors, running.length > 0),
    heardAt: station.lastSeenAt,
  }
}

function connectorView(
  connector: Connector,
  running: readonly Transaction[],
  online: boolean,
): ConnectorView {
  const transaction =
    running.find((candidate) => candidate.id === connector.transactionId) ??
    running.find((candidate) => candidate.connectorId === connector.connectorId) ??
    null
  const inUse = transaction !== null || pluggedIn.has(connector.status)
  return {
    connector,
    state: chargeStateOf(connector.status, online),
    transaction,
    powerW: online && inUse ? connector.powerW : null,
  }
}

function errorOf(connector: Connector): StationError[] {
  const errorCode = connector.errorCode ?? (connector.status === 'Faulted' ? 'Unspecified' : null)
  if (errorCode === null) return []
  const { connectorId, vendorErrorCode, info } = connector
  return [{ connectorId, errorCode, vendorErrorCode, info }]
}

function needOf(
  station: Station,
  views: readonly ConnectorView[],
  errors: readonly StationError[],
  charging: boolean,
): Need {
  if (station.connection === 'never') return 'never'
  if (station.connection === 'offline') return charging ? 'lostWhileCharging' : 'offline'
  if (errors.length > 0) return 'fault'
  if (station.authentication === 'none') return 'noPassword'
  if (views.some((view) => view.state === 'finished')) return 'finished'
  return 'none'
}

function total(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}
