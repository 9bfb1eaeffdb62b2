import { nothingYet, type CommandKind } from './command-kind.ts'

/** OCPP 1.6 §5.3. `Accepted`: what matched is gone; `Unknown`: nothing matched, so it is in any case. */
export const clearChargingProfile: CommandKind<'ClearChargingProfile'> = {
  action: 'ClearChargingProfile',
  answered: nothingYet,
}
