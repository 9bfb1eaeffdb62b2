import { useMemo } from 'react'
import type { Command, CommandRequest } from '../../../../shared/domain/command/command.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import { useAct } from '../../../live/use-act.ts'
import type { Act } from '../../../live/use-act.ts'
import { useClient, useRows } from '../../../live/use-live.ts'

/** Sends a station a command without waiting for the charger: the live row tells how it goes. */
export function useSendCommand(stationId: Id): Act<CommandRequest, Command> {
  const client = useClient()
  return useAct((request: CommandRequest) => client.command.send({ stationId, request, waitMs: 0 }))
}

/** The station's latest commands, newest first, as they stand now. */
export function useStationCommands(stationId: Id): Command[] {
  const commands = useRows('command')
  return useMemo(
    () =>
      commands
        .filter((command) => command.stationId === stationId)
        .toSorted((a, b) => b.requestedAt - a.requestedAt || (a.id < b.id ? 1 : -1)),
    [commands, stationId],
  )
}
