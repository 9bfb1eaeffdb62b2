import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { uuidV7 } from '../../../shared/domain/id/id.ts'
import { newStation } from '../../../shared/domain/station/new-station.ts'
import { DAY } from '../../../shared/time/instant.ts'
import { openStore, type Store } from '../store/store.ts'
import { appendLine, type WireLine } from './append.ts'
import { listWireLog, type WireLogFilter } from './list.ts'
import { forgetOld, WIRE_LOG_MS } from './retention.ts'

let dir: string
let store: Store
const now = Date.UTC(2026, 0, 1)

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'laddplan-log-'))
  store = await openStore({
    file: join(dir, 'site.db'),
    clock: () => now,
    newId: () => uuidV7(now, randomBytes(10)),
  })
})
afterEach(async () => {
  await store.close()
  rmSync(dir, { recursive: true })
})

const line = (stationId: string, action: string, at = now): WireLine => ({
  stationId,
  chargePointId: stationId,
  at,
  direction: 'in',
  action,
  messageId: null,
  request: '[]',
  response: null,
  outcome: 'result',
  errorCode: null,
  latencyMs: 1,
  notes: [],
})

const append = (...lines: WireLine[]) =>
  store.work('test', (tx) => lines.map((one) => appendLine(tx, one)))

/** Ids of all pages, and how many pages there were. */
async function pages(filter: WireLogFilter): Promise<{ ids: number[]; count: number }> {
  const ids: number[] = []
  for (let count = 1, after: string | undefined; ; count += 1) {
    const page = await listWireLog(store.reads, { ...filter, after })
    ids.push(...page.rows.map(({ id }) => id))
    if (page.next === null) return { ids, count }
    after = page.next
  }
}

test('a station’s lines come page by page, newest first, whenever they were put in their place', async () => {
  const own: number[] = []
  for (let round = 0; round < 4; round += 1) {
    const [first, , second, third] = await append(
      line('A', 'Heartbeat'),
      line('B', 'Heartbeat'),
      line('A', 'MeterValues'),
      line('A', 'Heartbeat'),
    )
    own.push(...[first, second, third].map(Number))
    // Asking puts in place what has come so far, so the station's lines stand in several rows.
    expect((await listWireLog(store.reads, { stationId: 'A', limit: 1 })).rows).toHaveLength(1)
  }
  expect(await pages({ stationId: 'A', limit: 5 })).toEqual({ ids: own.toReversed(), count: 3 })
  expect((await pages({ stationId: 'A', action: 'MeterValues', limit: 3 })).ids).toHaveLength(4)
  expect((await pages({ limit: 5 })).ids).toHaveLength(16)
  expect((await pages({ stationId: 'C', limit: 5 })).ids).toEqual([])
})

test('a station’s lines are found whole by the hub that follows one that was killed', async () => {
  const before = await append(line('A', 'Heartbeat'), line('B', 'Heartbeat'))
  await listWireLog(store.reads, { stationId: 'A', limit: 1 })
  const after = await append(
    line('B', 'Heartbeat'),
    line('A', 'MeterValues'),
    line('A', 'Heartbeat'),
  )
  // What is on disk of one that has not put these in their place, and never will.
  const other = join(dir, 'other')
  mkdirSync(other)
  for (const file of ['site.db', 'site.db-wal']) copyFileSync(join(dir, file), join(other, file))
  await store.close()
  store = await openStore({
    file: join(other, 'site.db'),
    clock: () => now,
    newId: () => uuidV7(now, randomBytes(10)),
  })
  const own = [before[0], after[1], after[2]]
  expect((await pages({ stationId: 'A', limit: 2 })).ids).toEqual(own.toReversed())
})

test('lines older than they are kept go, those of the same while that are not stay', async () => {
  const station = newStation({ chargePointId: 'A', zone: '', authentication: 'password' }, 'A', now)
  await store.work('test', (tx) => tx.insert('station', station))
  const old = now - WIRE_LOG_MS - DAY
  await append(line('A', 'Heartbeat', old))
  await listWireLog(store.reads, { stationId: 'A', limit: 1 })
  const [, kept] = await append(line('A', 'Heartbeat', old), line('A', 'Heartbeat'))
  await listWireLog(store.reads, { stationId: 'A', limit: 1 })
  expect(await forgetOld(store, now)).toBe(2)
  expect((await pages({ stationId: 'A', limit: 10 })).ids).toEqual([kept])
  const whiles = await store.reads.query.selectFrom('ocppMessageOfStation').selectAll().execute()
  expect(whiles).toHaveLength(1)
})
