import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Id } from '../../../shared/domain/id/id.ts'
import { eventually } from './server/test-bench/eventually.ts'
import { freshHub, PASSWORD, type FreshHub } from './server/test-bench/fresh-hub.ts'
import { wireCharger } from './server/test-bench/wire-charger.ts'

let hub: FreshHub
let stationId: Id

beforeEach(async () => {
  hub = await freshHub({ pingEveryMs: 1_000 })
  stationId = await hub.addStation('CP')
})
afterEach(() => hub.stop())

const lastSeenAt = async (): Promise<number> =>
  (await hub.store.reads.get('station', stationId))?.lastSeenAt ?? 0

test('a station is seen with its messages, its pongs, and the last of them before it left', async () => {
  const charger = await wireCharger(hub.url, 'CP', { password: PASSWORD })
  await charger.call('Heartbeat', {})
  const beat = Date.now()
  await eventually(async () => expect(await lastSeenAt()).toBeGreaterThan(beat - 200))
  await eventually(async () => expect(await lastSeenAt()).toBeGreaterThan(beat + 500)) // only pongs by now
  const before = Date.now()
  await charger.call('Heartbeat', {})
  await charger.close()
  await eventually(async () =>
    expect(await hub.store.reads.get('station', stationId)).toMatchObject({
      connection: 'offline',
    }),
  )
  expect(await lastSeenAt()).toBeGreaterThanOrEqual(before)
})

test('a message costs no write of its own for it', async () => {
  const charger = await wireCharger(hub.url, 'CP', { password: PASSWORD })
  await charger.call('Heartbeat', {})
  let changes = 0
  let place = hub.store.feed.position()
  const count = (): void => {
    changes += (hub.store.feed.since(place) ?? []).filter(({ table }) => table === 'station').length
    place = hub.store.feed.position()
  }
  const unsubscribe = hub.store.feed.subscribe(count)
  for (let sent = 0; sent < 200; sent += 1) await charger.call('Heartbeat', {})
  unsubscribe()
  expect(changes).toBeLessThan(20)
})
