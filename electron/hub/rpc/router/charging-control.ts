import { implement } from '@orpc/server'
import { chargingControlContract } from '../../../../shared/contract/charging-control.ts'
import { sendAgain } from '../../dispatch/send-again.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(chargingControlContract).$context<Caller>().use(everyCall)

export function chargingControlRouter({ store }: Pick<RouterParts, 'store'>) {
  return {
    list: on.list.handler(async ({ input: { stationId } }) => ({
      rows: await store.reads.find('chargingControl', stationId === undefined ? {} : { stationId }),
    })),
    sendAgain: on.sendAgain.handler(({ input: { stationId }, context, errors }) =>
      store.work(context.actor, (tx) => {
        if (tx.get('station', stationId) === undefined)
          throw errors.NOT_FOUND({ data: { noun: 'station', id: stationId } })
        sendAgain(tx, stationId)
        return { rows: tx.find('chargingControl', { stationId }) }
      }),
    ),
  }
}
