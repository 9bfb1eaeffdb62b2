import type { ConnectorStatus } from '../../../shared/domain/connector/connector.ts'

/** What a connector is doing, in the words and colours of this program. */
export type ChargeState =
  | 'free'
  | 'preparing'
  | 'booked'
  | 'charging'
  | 'waiting'
  | 'waitingCar'
  | 'finished'
  | 'atRisk'
  | 'fault'
  | 'unavailable'
  | 'offline'
  | 'unknown'

const byStatus: Record<ConnectorStatus, ChargeState> = {
  Available: 'free',
  Preparing: 'preparing',
  Charging: 'charging',
  SuspendedEVSE: 'waiting',
  SuspendedEV: 'waitingCar',
  Finishing: 'finished',
  Reserved: 'booked',
  Unavailable: 'unavailable',
  Faulted: 'fault',
  Unknown: 'unknown',
}

/** The state to show for a connector; one whose station is not online is offline, whatever it last said. */
export function chargeStateOf(status: ConnectorStatus, online: boolean): ChargeState {
  return online ? byStatus[status] : 'offline'
}

/** What needs a hand first: faults before everything, free connectors last. */
export const chargeStateOrder: readonly ChargeState[] = [
  'fault',
  'atRisk',
  'offline',
  'unavailable',
  'finished',
  'waiting',
  'waitingCar',
  'charging',
  'preparing',
  'booked',
  'unknown',
  'free',
]

/** The CSS colour variable of a state, without `var()`. */
export function colourOf(state: ChargeState): string {
  return `--lp-${families[state]}`
}

const families: Record<ChargeState, string> = {
  free: 'free',
  preparing: 'free',
  booked: 'booked',
  charging: 'charging',
  waiting: 'waiting',
  waitingCar: 'waiting',
  finished: 'finished',
  atRisk: 'risk',
  fault: 'fault',
  unavailable: 'offline',
  offline: 'offline',
  unknown: 'offline',
}
