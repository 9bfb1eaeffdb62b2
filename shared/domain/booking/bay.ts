import type { Connector, ConnectorStatus } from '../connector/connector.ts'
import type { Equipment } from '../connector/equipment.ts'
import type { Station } from '../station/station.ts'

/** A connector as a place for a car. */
export interface Bay {
  readonly stationId: string
  readonly connectorId: number
  readonly zone: string
  readonly equipment: Equipment
  /** Whether nobody can charge there just now. */
  readonly outOfService: boolean
}

/** With these a connector charges nobody (OCPP 1.6 §7.7). */
const notServing: ReadonlySet<ConnectorStatus> = new Set(['Unavailable', 'Faulted'])

/** @param whole the station's connector 0, whose status holds for all of them */
export function bayOf(
  station: Pick<Station, 'id' | 'zone' | 'retiredAt'>,
  connector: Pick<Connector, 'connectorId' | 'status' | keyof Equipment>,
  whole: Pick<Connector, 'status'> | undefined,
): Bay {
  const { connectorId, standard, powerType, maxPowerW } = connector
  return {
    stationId: station.id,
    connectorId,
    zone: station.zone,
    equipment: { standard, powerType, maxPowerW },
    outOfService:
      station.retiredAt !== null ||
      notServing.has(connector.status) ||
      (whole !== undefined && notServing.has(whole.status)),
  }
}
