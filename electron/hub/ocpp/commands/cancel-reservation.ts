import { nothingYet, type CommandKind } from './command-kind.ts'

/**
 * OCPP 1.6 §5.1. `Accepted`: the connector is anybody's again; `Rejected`: the charger holds no such reservation, so
 * it is in any case.
 */
export const cancelReservation: CommandKind<'CancelReservation'> = {
  action: 'CancelReservation',
  answered: nothingYet,
}
