import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import type { Command } from '../../../shared/domain/command/command.ts'
import { newId } from './fake-store.ts'
import type { FakeStore } from './fake-store.ts'

/** Commands, in memory: every charger takes 400 ms to be reached and 900 more to accept. */
export function fakeCommands(store: FakeStore) {
  const os = implement(contract).command
  return os.router({
    send: os.send.handler(async ({ input, errors }) => {
      const station = store.find('station', input.stationId)
      if (station?.connection !== 'online') throw errors.STATION_OFFLINE()
      let command: Command = store.put('command', {
        id: newId(),
        stationId: station.id,
        action: input.request.action,
        payload: input.request.payload,
        state: 'requested',
        answer: null,
        failure: null,
        requestedBy: 'Kim',
        requestedAt: Date.now(),
        sentAt: null,
        endedAt: null,
      })
      await pause(400)
      command = store.put('command', { ...command, state: 'sent', sentAt: Date.now() })
      await pause(900)
      const answer = { status: 'Accepted' }
      return store.put('command', { ...command, state: 'answered', answer, endedAt: Date.now() })
    }),
    get: os.get.handler(({ input, errors }) => {
      const command = store.find('command', input.id)
      if (!command) throw errors.NOT_FOUND({ data: { noun: 'command', id: input.id } })
      return command
    }),
    list: os.list.handler(({ input }) => ({
      rows: store.rows.command
        .filter((row) => input.stationId === undefined || row.stationId === input.stationId)
        .toReversed(),
      next: null,
    })),
  })
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
