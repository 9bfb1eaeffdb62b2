import { nothingYet, type CommandKind } from './command-kind.ts'

/**
 * OCPP 1.6 §5.2. `Accepted`, `Rejected`, or `Scheduled` until the running transaction has ended. The connector's
 * status follows as a StatusNotification.
 */
export const changeAvailability: CommandKind<'ChangeAvailability'> = {
  action: 'ChangeAvailability',
  answered: nothingYet,
}
