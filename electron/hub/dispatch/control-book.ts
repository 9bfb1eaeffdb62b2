import type { Id } from '../../../shared/domain/id/id.ts'
import {
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
  const rows = new Map(found.map((row) => [keyOf(row), row]))
  const of = (ofStation: Id, connectorId: number): ChargingControl => {
    const known = rows.get(keyOf({ stationId: ofStation, connectorId }))
    if (known !== undefined) return known
    const row = newControl(tx.newId(), { stationId: ofStation, connectorId }, tx.now)
    tx.insert('chargingControl', row)
    rows.set(keyOf(row), row)
    return row
  }
  const change: ControlBook['change'] = (ofStation, connectorId, patch) => {
    const row = tx.change('chargingControl', of(ofStation, connectorId), patch)
    rows.set(keyOf(row), row)
  }
  const charger = (ofStation: Id): ToldCharger => of(ofStation, 0).charger ?? untold(tx.now)
  return {
    of,
    charger,
    change,
    changeCharger(ofStation, patch) {
      change(ofStation, 0, { charger: { ...charger(ofStation), ...patch } })
    },
    remove({ id, ...place }) {
      tx.remove('chargingControl', id)
      rows.delete(keyOf(place))
    },
    all: () => [...rows.values()],
  }
}

function untold(now: number): ToldCharger {
  return newControl('', { stationId: '', connectorId: 0 }, now).charger as ToldCharger
}

function keyOf({ stationId, connectorId }: Pick<ChargingControl, 'stationId' | 'connectorId'>) {
  return `${stationId}/${connectorId}`
}
