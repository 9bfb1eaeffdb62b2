import type { BookingCommand } from '../../../../shared/domain/booking/command.ts'

/** The same commands, to be carried out even where the grid can't promise the energy, with the reason for the journal. */
export function overbooking(commands: readonly BookingCommand[], reason: string): BookingCommand[] {
  return commands.map((command) =>
    command.kind === 'create' || command.kind === 'change'
      ? { ...command, overbook: reason }
      : command,
  )
}
