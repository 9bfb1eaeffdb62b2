import type { Command } from '../../../shared/domain/command/command.ts'

/** How far the setting of a key on its charger has come. */
export type KeySetting = 'underWay' | 'taken' | 'afterRestart' | 'notTaken'

/** Read from the ChangeConfiguration that carries the key (OCPP 1.6 §5.3); one not seen yet is under way. */
export function settingOf(command: Pick<Command, 'state' | 'answer'> | undefined): KeySetting {
  if (command === undefined || command.state === 'requested' || command.state === 'sent')
    return 'underWay'
  const answer = command.answer
  const status =
    typeof answer === 'object' && answer !== null && 'status' in answer ? answer.status : null
  if (command.state === 'answered' && status === 'Accepted') return 'taken'
  return command.state === 'answered' && status === 'RebootRequired' ? 'afterRestart' : 'notTaken'
}
