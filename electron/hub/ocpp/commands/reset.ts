import { nothingYet, type CommandKind } from './command-kind.ts'

/** OCPP 1.6 §5.14. `Accepted`: it will restart, and boots when it has; the socket tells when it is away. */
export const reset: CommandKind<'Reset'> = { action: 'Reset', answered: nothingYet }
