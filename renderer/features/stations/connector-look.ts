import type { Connector, ConnectorStatus } from '../../../shared/domain/connector/connector.ts'

/** How a connector is to be drawn: one look a meaning, shared by table, tile and page. */
export type ConnectorLook =
  | 'free'
  | 'booked'
  | 'preparing'
  | 'charging'
  | 'waiting'
  | 'finished'
  | 'blocked'
  | 'fault'
  | 'offline'
  | 'unknown'

const looks: Record<ConnectorStatus, ConnectorLook> = {
  Available: 'free',
  Preparing: 'preparing',
  Charging: 'charging',
  SuspendedEV: 'waiting',
  SuspendedEVSE: 'waiting',
  Finishing: 'finished',
  Reserved: 'booked',
  Unavailable: 'blocked',
  Faulted: 'fault',
  Unknown: 'unknown',
}

/**
 * The look of a connector. While the station is not online the last status is only a memory, so it is
 * drawn as offline, whatever it was.
 */
export function connectorLook(connector: Pick<Connector, 'status'>, online: boolean): ConnectorLook {
  return online ? looks[connector.status] : 'offline'
}
