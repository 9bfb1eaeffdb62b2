import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import type { OcppMessage } from '../../../shared/domain/ocpp-message/ocpp-message.ts'
import { pageOf } from './fake-page.ts'
import type { FakeStore } from './fake-store.ts'

const exchanges: readonly (readonly [
  action: string,
  direction: 'in' | 'out',
  request: object,
  response: object,
])[] = [
  [
    'MeterValues',
    'in',
    {
      connectorId: 1,
      transactionId: 7,
      meterValue: [
        {
          timestamp: '2026-03-04T11:00:00Z',
          sampledValue: [
            { value: '1284.22', unit: 'kWh' },
            { value: '10840', measurand: 'Power.Active.Import', unit: 'W' },
          ],
        },
      ],
    },
    {},
  ],
  ['Heartbeat', 'in', {}, { currentTime: '2026-03-04T11:00:00.000Z' }],
  ['StatusNotification', 'in', { connectorId: 1, errorCode: 'NoError', status: 'Charging' }, {}],
  [
    'TriggerMessage',
    'out',
    { requestedMessage: 'MeterValues', connectorId: 1 },
    { status: 'Accepted' },
  ],
]

/** The wire log, in memory: the same exchanges over and over, one in nineteen with trouble. */
export function fakeMessages(store: FakeStore) {
  const os = implement(contract).ocppMessage
  const startedAt = Date.now()
  return os.router({
    list: os.list.handler(({ input }) => {
      const search = input.search?.toLowerCase()
      const stations = store.rows.station.filter(
        (row) => input.stationId === undefined || row.id === input.stationId,
      )
      if (stations.length === 0) return { rows: [], next: null }
      const rows = Array.from({ length: 600 }, (_, index): OcppMessage | null => {
        const exchange = exchanges[index % exchanges.length]
        const station = stations[index % stations.length]
        if (!exchange || !station) return null
        const [action, direction, request, response] = exchange
        const trouble = index % 19 === 7
        const messageId = `m-${10_000 - index}`
        const error = JSON.stringify([4, messageId, 'FormationViolation', '', {}])
        return {
          id: 10_000 - index,
          stationId: station.id,
          chargePointId: station.chargePointId,
          at: startedAt - index * 7_300,
          direction,
          action,
          messageId,
          request: JSON.stringify([2, messageId, action, request]),
          response: trouble ? error : JSON.stringify([3, messageId, response]),
          outcome: trouble ? 'error' : 'result',
          errorCode: trouble ? 'FormationViolation' : null,
          latencyMs: 4 + (index % 23),
          notes: index % 31 === 3 ? ['timestamp without zone read as UTC'] : [],
        }
      })
        .filter((row) => row !== null)
        .filter((row) => input.action === undefined || row.action === input.action)
        .filter((row) => input.direction === undefined || row.direction === input.direction)
        .filter((row) => input.trouble !== true || row.outcome !== 'result')
        .filter((row) => input.from === undefined || row.at >= input.from)
        .filter((row) => input.until === undefined || row.at < input.until)
        .filter(
          (row) =>
            search === undefined || `${row.request}${row.response}`.toLowerCase().includes(search),
        )
      return pageOf(rows, input.after, input.limit)
    }),
  })
}
