import type { ConnectorStatus } from './connector.ts'

/** The statuses in which a car is plugged in, charging or not. */
export const pluggedIn: ReadonlySet<ConnectorStatus> = new Set([
  'Preparing',
  'Charging',
  'SuspendedEV',
  'SuspendedEVSE',
  'Finishing',
])
