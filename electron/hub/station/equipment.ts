import type { Connector } from '../../../shared/domain/connector/connector.ts'
import type { Equipment } from '../../../shared/domain/connector/equipment.ts'
import { newConnector } from '../../../shared/domain/connector/new-connector.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Writes } from '../store/writes.ts'

/** Says what a connector is; one of which the charger has not spoken yet is there from then on. */
export function setEquipment(
  tx: Writes,
  stationId: Id,
  connectorId: number,
  equipment: Equipment,
): Connector {
  const known = tx.one('connector', { stationId, connectorId })
  const after =
    known === undefined
      ? { ...newConnector(tx.newId(), stationId, connectorId), ...equipment }
      : tx.change('connector', known, equipment)
  if (known === undefined) tx.insert('connector', after)
  tx.journal({
    act: 'station.setEquipment',
    noun: 'station',
    nounId: stationId,
    before: known === undefined ? null : { connectorId, ...equipmentOf(known) },
    after: { connectorId, ...equipment },
  })
  return after
}

function equipmentOf({ standard, powerType, maxPowerW }: Connector): Equipment {
  return { standard, powerType, maxPowerW }
}
