import type { Id } from '../../../shared/domain/id/id.ts'
import {
  newCharger,
  newControl,
  type ChargingControl,
  type ToldCharger,
} from '../../../shared/domain/dispatch/charging-control.ts'
import type { Patch, Writes } from '../store/writes.ts'

/** The rows of how connectors are told, for the length of a unit. */
export interface ControlBook {
  /** The row of a connector, made when it is first asked for; 0 is the station. */
  of(stationId: Id, connectorId: number): ChargingControl
  /** What is known of the charger itself. */
  charger(stationId: Id): ToldCharger
  change(stationId: Id, connectorId: number, patch: Patch<'chargingControl'>): void
  changeCharger(stationId: Id, patch: Partial<ToldCharger>): void
  /** Of a station that has been taken out of the site. */
  remove(row: ChargingControl): void
  /** All rows there are. */
  all(): readonly ChargingControl[]
}

/**
 * Opens the book; nothing is read again while the unit lasts.
 * @param stationId only that station's page of it
 */
export function controlBook(tx: Writes, stationId?: Id): ControlBook {
  const found = tx.find('chargingControl', stationId === undefined ? {} : { stationId })
  // By station, then by connector: looked up some thousand times at each look.
  const pages = new Map<Id, Map<number, ChargingControl>>()
  const put = (row: ChargingControl): ChargingControl => {
    const page = pages.get(row.stationId)
    if (page === undefined) pages.set(row.stationId, new Map([[row.connectorId, row]]))
    else page.set(row.connectorId, row)
    return row
  }
  for (const row of found) put(row)

  const of = (ofStation: Id, connectorId: number): ChargingControl => {
    const known = pages.get(ofStation)?.get(connectorId)
    if (known !== undefined) return known
    const row = newControl(tx.newId(), { stationId: ofStation, connectorId }, tx.now)
    tx.insert('chargingControl', row)
    return put(row)
  }
  const change: ControlBook['change'] = (ofStation, connectorId, patch) => {
    put(tx.change('chargingControl', of(ofStation, connectorId), patch))
  }
  const charger = (ofStation: Id): ToldCharger => of(ofStation, 0).charger ?? newCharger(tx.now)
  return {
    of,
    charger,
    change,
    changeCharger(ofStation, patch) {
      change(ofStation, 0, { charger: { ...charger(ofStation), ...patch } })
    },
    remove(row) {
      tx.remove('chargingControl', row.id)
      pages.get(row.stationId)?.delete(row.connectorId)
    },
    all: () => [...pages.values()].flatMap((page) => [...page.values()]),
  }
}
