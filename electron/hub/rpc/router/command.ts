import { implement } from '@orpc/server'
import { commandContract } from '../../../../shared/contract/command.ts'
import { requestCommand } from '../../command/request.ts'
import { commandOnceEnded } from '../../command/wait.ts'
import { pageOf } from '../../store/paging.ts'
import { decodeRow } from '../../store/tables.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(commandContract).$context<Caller>().use(everyCall)

export function commandRouter({ store, chargers, issuer }: RouterParts) {
  return {
    send: on.send.handler(async ({ input, context, errors }) => {
      const { stationId, request, waitMs } = input
      const command = await store.work(context.actor, (tx) => {
        const station = tx.get('station', stationId)
        if (!station) throw errors.NOT_FOUND({ data: { noun: 'station', id: stationId } })
        const requested = requestCommand(
          tx,
          { chargers, issuer },
          stationId,
          request,
          context.actor,
        )
        if (requested.kind === 'offline') throw errors.STATION_OFFLINE()
        if (requested.kind === 'tooMany') throw errors.COMMANDS_WAITING()
        return requested.command
      })
      return (await commandOnceEnded(store, command.id, waitMs)) ?? command
    }),
    get: on.get.handler(async ({ input, errors }) => {
      const command = await store.reads.get('command', input.id)
      if (!command) throw errors.NOT_FOUND({ data: { noun: 'command', id: input.id } })
      return command
    }),
    list: on.list.handler(async ({ input }) => {
      let query = store.reads.query
        .selectFrom('command')
        .selectAll()
        .orderBy('id', 'desc')
        .limit(input.limit + 1)
      if (input.stationId) query = query.where('stationId', '=', input.stationId)
      if (input.after !== undefined) query = query.where('id', '<', input.after)
      const rows = (await query.execute()).map((row) => decodeRow('command', row))
      return pageOf(rows, input.limit, ({ id }) => id)
    }),
  }
}
