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
  /** All rows there are. */
  all(): readonly ChargingControl[]
}

/** Opens the book; nothing is read again while the unit lasts. */
export function controlBook(tx: Writes): ControlBook {
  const rows = new Map(tx.find('chargingControl', {}).map((row) => [keyOf(row), row]))
  const of = (stationId: Id, connectorId: number): ChargingControl => {
    const known = rows.get(keyOf({ stationId, connectorId }))
    if (known !== undefined) return known
    const row = newControl(tx.newId(), { stationId, connectorId }, tx.now)
    tx.insert('chargingControl', row)
    rows.set(keyOf(row), row)
    return row
  }
  const change: ControlBook['change'] = (stationId, connectorId, patch) => {
    const row = tx.change('chargingControl', of(stationId, connectorId), patch)
    rows.set(keyOf(row), row)
  }
  const charger = (stationId: Id): ToldCharger => of(stationId, 0).charger ?? untold(tx.now)
  return {
    of,
    charger,
    change,
    changeCharger(stationId, patch) {
      change(stationId, 0, { charger: { ...charger(stationId), ...patch } })
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
