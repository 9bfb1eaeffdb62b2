import { nothingYet, type CommandKind } from './command-kind.ts'

/**
 * OCPP 1.6 §5.18. `Unlocked`, `UnlockFailed` (the lock did not move) or `NotSupported` (it has none); a running
 * transaction is stopped by the charger itself.
 */
export const unlockConnector: CommandKind<'UnlockConnector'> = {
  action: 'UnlockConnector',
  answered: nothingYet,
}
