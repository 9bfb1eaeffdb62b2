import { afterEach, beforeEach, expect, test } from 'vitest'
import { blankSteps } from '../../../shared/domain/load/steps.ts'
import { newConnector } from '../../../shared/domain/connector/new-connector.ts'
import { newStation } from '../../../shared/domain/station/new-station.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../../../shared/time/instant.ts'
import { type RestFace, restFace } from '../rpc/test-bench/rest-face.ts'
import { putMinutes, putQuarters } from './kept.ts'
import { forgetOldLoad } from './retention.ts'

let hub: RestFace
const now = Date.UTC(2026, 2, 2, 12)

beforeEach(async () => {
  hub = await restFace(now)
  await hub.store.work('test', (tx) => {
    const words = { chargePointId: 'A', zone: '', authentication: 'password' } as const
    tx.insert('station', newStation(words, 'A', now))
    tx.insert('connector', newConnector(tx.newId(), 'A', 1))
  })
})
afterEach(() => hub.close())

const sample = (measuredAt: Instant, receivedAt: Instant) =>
  hub.store.work('test', (tx) =>
    tx.insert('meterSample', {
      ...{ stationId: 'A', connectorId: 1, measuredAt, receivedAt, context: '', transactionId: '' },
      ...{ energyWh: 1, powerW: null, socPct: null, other: {}, notes: [] },
      ...{ currentL1Da: null, currentL2Da: null, currentL3Da: null },
    }),
  )
const kept = async () => {
  const { query } = hub.store.reads
  const rows = await query
    .selectFrom('meterSample')
    .select('measuredAt')
    .orderBy('measuredAt')
    .execute()
  return rows.map(({ measuredAt }) => measuredAt)
}

test('raw samples go after two weeks; late ones and those of a wrong clock two weeks after they came', async () => {
  const old = now - 15 * DAY
  const late = now - 20 * DAY
  await sample(now - DAY, now - DAY)
  await sample(old, old)
  await sample(late, now - DAY)
  await sample(1_000, old + MINUTE)
  await sample(2_000, now - DAY)
  await sample(now + 300 * DAY, old)
  await sample(now + 400 * DAY, now - DAY)
  expect(await forgetOldLoad(hub.store, now)).toBe(3)
  expect(await kept()).toEqual([2_000, late, now - DAY, now + 400 * DAY])
})

test('minutes go after ninety days, quarters stay', async () => {
  const hourAt = now - 91 * DAY
  await hub.store.work('test', (tx) => {
    for (const at of [hourAt, hourAt + 2 * DAY]) {
      const hour = blankSteps(at, MINUTE, HOUR / MINUTE)
      putMinutes(tx, 'A/1', hour)
      putQuarters(tx, 'A/1', hour, 'Europe/Stockholm')
    }
  })
  expect(await forgetOldLoad(hub.store, now)).toBe(1)
  const { query } = hub.store.reads
  const minutes = await query.selectFrom('loadMinutes').select('hourAt').execute()
  expect(minutes).toEqual([{ hourAt: hourAt + 2 * DAY }])
  expect((await query.selectFrom('loadQuarters').select('id').execute()).length).toBe(2)
})
