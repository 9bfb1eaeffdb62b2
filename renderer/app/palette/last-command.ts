import type { Command } from '../../../shared/domain/command/command.ts'

/** The command requested last, or undefined when none ever was. */
export function lastCommandOf(commands: readonly Command[]): Command | undefined {
  return commands.reduce<Command | undefined>(
    (last, command) =>
      last === undefined || command.requestedAt > last.requestedAt ? command : last,
    undefined,
  )
}

/** The word in a charger's answer (`Accepted`, `Rejected`, ...), or null when it gave none. */
export function statusWordOf(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('status' in answer)) return null
  return typeof answer.status === 'string' ? answer.status : null
}
