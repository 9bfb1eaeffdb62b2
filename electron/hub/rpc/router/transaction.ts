import { implement } from '@orpc/server'
import { transactionContract } from '../../../../shared/contract/transaction.ts'
import { stationCurve, transactionCurve, transactionReadings } from '../../transaction/curve.ts'
import { endTransaction } from '../../transaction/end.ts'
import { listTransactions } from '../../transaction/list.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(transactionContract).$context<Caller>().use(everyCall)

export function transactionRouter({ store, chargers }: RouterParts) {
  const { reads } = store
  const missing = (noun: string, id: string) => ({ data: { noun, id } })
  return {
    list: on.list.handler(({ input }) => listTransactions(reads, input)),
    get: on.get.handler(async ({ input, errors }) => {
      const transaction = await reads.get('transaction', input.id)
      if (!transaction) throw errors.NOT_FOUND(missing('transaction', input.id))
      return transaction
    }),
    end: on.end.handler(({ input, context, errors }) =>
      store.work(context.actor, (tx) => {
        const transaction = tx.get('transaction', input.id)
        if (!transaction) throw errors.NOT_FOUND(missing('transaction', input.id))
        const ended = endTransaction(tx, chargers, transaction, input.reason)
        if (ended.kind === 'ended') return ended.transaction
        if (ended.kind === 'finished') throw errors.TRANSACTION_FINISHED()
        const { stationId, ocppTransactionId } = transaction
        throw errors.TRANSACTION_STOPPABLE({ data: { stationId, ocppTransactionId } })
      }),
    ),
    curve: on.curve.handler(async ({ input, errors }) => {
      const transaction = await reads.get('transaction', input.id)
      if (!transaction) throw errors.NOT_FOUND(missing('transaction', input.id))
      return { points: await transactionCurve(reads, transaction, input.points) }
    }),
    stationCurve: on.stationCurve.handler(async ({ input, errors }) => {
      if (!(await reads.get('station', input.stationId)))
        throw errors.NOT_FOUND(missing('station', input.stationId))
      const { stationId, from, until, points } = input
      return { connectors: await stationCurve(reads, stationId, from, until, points) }
    }),
    readings: on.readings.handler(async ({ input, errors }) => {
      const transaction = await reads.get('transaction', input.id)
      if (!transaction) throw errors.NOT_FOUND(missing('transaction', input.id))
      const { rows, next } = await transactionReadings(reads, transaction, input)
      return {
        next,
        rows: rows.map(({ currentL1Da, currentL2Da, currentL3Da, ...row }) => ({
          measuredAt: row.measuredAt,
          receivedAt: row.receivedAt,
          context: row.context,
          energyWh: row.energyWh,
          powerW: row.powerW,
          socPct: row.socPct,
          currentDa: [currentL1Da, currentL2Da, currentL3Da],
          other: row.other,
          notes: row.notes,
        })),
      }
    }),
  }
}
