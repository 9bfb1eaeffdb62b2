import { nothingYet, type CommandKind } from './command-kind.ts'

/** OCPP 1.6 §5.4. `Accepted`: the charger has forgotten the id tokens it knew. */
export const clearCache: CommandKind<'ClearCache'> = { action: 'ClearCache', answered: nothingYet }
