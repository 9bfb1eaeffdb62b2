import { nothingYet, type CommandKind } from './command-kind.ts'

/**
 * OCPP 1.6 §5.11. `Accepted`: the charger will start, when a car is plugged in; a StartTransaction tells that it
 * did. `Rejected`: it will not. Until then nothing is charged.
 */
export const remoteStartTransaction: CommandKind<'RemoteStartTransaction'> = {
  action: 'RemoteStartTransaction',
  answered: nothingYet,
}
