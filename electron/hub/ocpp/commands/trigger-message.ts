import { nothingYet, type CommandKind } from './command-kind.ts'

/** OCPP 1.6 §5.17. `Accepted`: the message follows by itself; `NotImplemented`: the charger can't send that one. */
export const triggerMessage: CommandKind<'TriggerMessage'> = {
  action: 'TriggerMessage',
  answered: nothingYet,
}
