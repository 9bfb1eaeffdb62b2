import type { Span } from '../../../shared/domain/load/meter.ts'
import { stamp } from '../../../shared/domain/load/points.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { ChargerEvent } from '../charger-event.ts'
import { deferrable } from '../store/deferrable.ts'
import type { Placed } from '../store/deferred.ts'
import { keyOf } from './keys.ts'

/** From when until when something new was told, and whether a register was among it. */
export type News = Span & { readonly register: boolean }

/**
 * Notes in memory which connectors have news, so that no message has more to do for it than it had. What is not noted
 * any more when the hub stops is found again by when it was received.
 */
export interface Watch {
  readonly placed: Placed
  happened(event: ChargerEvent): void
  note(key: string, news: News): void
  /** All news since they were taken last, by key. */
  take(): Map<string, News>
}

const { columns } = deferrable.meterSample
const [stationAt, connectorAt, measuredAt, receivedAt, energyAt] = [
  'stationId',
  'connectorId',
  'measuredAt',
  'receivedAt',
  'energyWh',
].map((column) => columns.indexOf(column)) as [number, number, number, number, number] // five names, five places

export function watchLoad(): Watch {
  let all = new Map<string, News>()
  const note = (key: string, { from, until, register }: News): void => {
    const known = all.get(key)
    if (known === undefined) all.set(key, { from, until, register })
    else
      all.set(key, {
        from: Math.min(known.from, from),
        until: Math.max(known.until, until),
        register: known.register || register,
      })
  }
  return {
    note,
    placed(table, rows) {
      if (table !== 'meterSample') return
      for (let row = 0; row < rows.length; row += columns.length) {
        const place = {
          stationId: String(rows[row + stationAt]),
          connectorId: Number(rows[row + connectorAt]),
        }
        const told = Number(rows[row + measuredAt])
        const { at } = stamp(told, Number(rows[row + receivedAt]))
        note(keyOf(place), { from: at, until: at, register: rows[row + energyAt] !== null })
      }
    },
    happened(event) {
      if (event.kind === 'transactionStarted' || event.kind === 'transactionStopped')
        note(keyOf(event.transaction), newsOf(event.transaction))
    },
    take() {
      const taken = all
      all = new Map()
      return taken
    },
  }
}

/** A transaction says something of all the time that it lasts. */
export function newsOf(transaction: Transaction): News {
  const { startedAt, startReceivedAt, stoppedAt, stopReceivedAt } = transaction
  const from = stamp(startedAt, startReceivedAt).at
  const until = stoppedAt === null ? Infinity : stamp(stoppedAt, stopReceivedAt ?? stoppedAt).at
  return { from, until, register: true }
}
