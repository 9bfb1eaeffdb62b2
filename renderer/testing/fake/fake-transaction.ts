import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import type { CurvePoint } from '../../../shared/contract/transaction.ts'
import { pageOf } from './fake-page.ts'
import type { FakeStore } from './fake-store.ts'

/** Transactions and their curves, in memory. */
export function fakeTransactions(store: FakeStore) {
  const os = implement(contract).transaction
  return os.router({
    list: os.list.handler(({ input }) => {
      const search = input.search?.toLowerCase() ?? ''
      const rows = store.rows.transaction
        .filter((row) => input.stationId === undefined || row.stationId === input.stationId)
        .filter((row) => input.state === undefined || row.state === input.state)
        .filter((row) => input.from === undefined || row.startedAt >= input.from)
        .filter((row) => input.until === undefined || row.startedAt < input.until)
        .filter((row) => {
          const station = store.find('station', row.stationId)
          return `${row.idToken} ${row.ocppTransactionId} ${station?.name} ${station?.chargePointId}`
            .toLowerCase()
            .includes(search)
        })
        .toSorted((a, b) => b.startedAt - a.startedAt)
      return pageOf(rows, input.after, input.limit)
    }),
    get: os.get.handler(({ input, errors }) => {
      const row = store.find('transaction', input.id)
      if (!row) throw errors.NOT_FOUND({ data: { noun: 'transaction', id: input.id } })
      return row
    }),
    end: os.end.handler(({ input, errors }) => {
      const row = store.find('transaction', input.id)
      if (!row) throw errors.NOT_FOUND({ data: { noun: 'transaction', id: input.id } })
      const { stationId, ocppTransactionId } = row
      if (row.state === 'finished') throw errors.TRANSACTION_FINISHED()
      if (store.find('station', stationId)?.connection === 'online')
        throw errors.TRANSACTION_STOPPABLE({ data: { stationId, ocppTransactionId } })
      return store.put('transaction', {
        ...row,
        state: 'finished',
        stoppedAt: row.sampledAt ?? row.startedAt,
        meterStopWh: row.meterStartWh + row.energyWh,
        stopReason: 'Other',
        powerW: null,
        notes: [...row.notes, 'endedByHand'],
      })
    }),
    curve: os.curve.handler(({ input, errors }) => {
      const row = store.find('transaction', input.id)
      if (!row) throw errors.NOT_FOUND({ data: { noun: 'transaction', id: input.id } })
      return {
        points: curve(
          row.startedAt,
          row.stoppedAt ?? Date.now(),
          row.meterStartWh,
          row.energyWh,
          input.points,
        ),
      }
    }),
    stationCurve: os.stationCurve.handler(({ input }) => ({
      connectors: store.rows.connector
        .filter((row) => row.stationId === input.stationId && row.connectorId > 0)
        .map((row) => ({
          connectorId: row.connectorId,
          points: curve(
            input.from,
            Math.min(Date.now(), input.until),
            1_260_000,
            20_000,
            Math.min(input.points, 240),
          ),
        })),
    })),
    readings: os.readings.handler(({ input, errors }) => {
      const row = store.find('transaction', input.id)
      if (!row) throw errors.NOT_FOUND({ data: { noun: 'transaction', id: input.id } })
      const points = curve(
        row.startedAt,
        row.stoppedAt ?? Date.now(),
        row.meterStartWh,
        row.energyWh,
        120,
      )
      const rows = points.map(({ at, powerW, energyWh, socPct }, index) => ({
        measuredAt: at,
        receivedAt: at + 400,
        context: index === 0 ? 'Transaction.Begin' : 'Sample.Periodic',
        energyWh,
        powerW,
        socPct,
        currentDa: [159, 158, 160],
        other: {},
        notes: [],
      }))
      return pageOf(rows, input.after, input.limit)
    }),
  })
}

function curve(
  from: number,
  until: number,
  startWh: number,
  energyWh: number,
  points: number,
): CurvePoint[] {
  return Array.from({ length: points }, (_, index) => {
    const share = index / Math.max(1, points - 1)
    const ramp = Math.min(1, share * 14) * (share > 0.85 ? 1 - (share - 0.85) * 4 : 1)
    return {
      at: Math.round(from + (until - from) * share),
      powerW: Math.round(10_900 * ramp + 260 * Math.sin(index / 4)),
      energyWh: Math.round(startWh + energyWh * share),
      socPct: null,
    }
  })
}
