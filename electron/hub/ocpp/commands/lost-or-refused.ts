import type { CommandFailure } from '../../../../shared/domain/command/command.ts'

/** Failures after which another try may go better: the charger was not asked, or did not hear. */
const MAY_GO_BETTER: ReadonlySet<CommandFailure> = new Set([
  'offline',
  'notBooted',
  'queueFull',
  'timeout',
  'disconnected',
  'withdrawn',
  'hubStopped',
])

/** Whether a command that came to nothing was lost on its way, or is as good as refused: asking again changes nothing. */
export function lostOrRefused(failure: CommandFailure): 'lost' | 'refused' {
  return MAY_GO_BETTER.has(failure) ? 'lost' : 'refused'
}
