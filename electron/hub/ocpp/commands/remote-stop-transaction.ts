import { nothingYet, type CommandKind } from './command-kind.ts'

/** OCPP 1.6 §5.12. `Accepted`: it will stop; the StopTransaction ends the transaction, not this answer. */
export const remoteStopTransaction: CommandKind<'RemoteStopTransaction'> = {
  action: 'RemoteStopTransaction',
  answered: nothingYet,
}
