import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { LiveEvent } from '../../../shared/contract/live.ts'
import { liveEvent } from '../../../shared/contract/live.ts'
import { uuidV7 } from '../../../shared/domain/id/id.ts'
import { openStore, type Store } from '../store/store.ts'
import { follow } from './follow.ts'

let store: Store
let dir: string
const newId = () => uuidV7(Date.now(), randomBytes(10))

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'laddplan-live-'))
  store = await openStore({ file: join(dir, 'site.db'), clock: Date.now, newId })
})
afterEach(async () => {
  await store.close()
  rmSync(dir, { recursive: true })
})

const putToken = (idToken: string): Promise<number> =>
  store.work('test', (tx) =>
    tx.insert('idToken', {
      id: newId(),
      idToken,
      status: 'Accepted',
      label: '',
      parentIdToken: null,
      vehicleId: null,
      customerId: null,
      expiresAt: null,
      createdAt: 0,
      updatedAt: 0,
    }),
  )

async function take(events: AsyncGenerator<LiveEvent>): Promise<LiveEvent> {
  const { value } = await events.next()
  return liveEvent.parse(value)
}

test('a new desk gets a snapshot, then each commit, gathered', async () => {
  await putToken('BEFORE')
  const stop = new AbortController()
  const events = follow(store, undefined, Date.now, { seesMoney: true, signal: stop.signal })
  const first = await take(events)
  expect(first.kind === 'snapshot' && first.tables.idToken.map((row) => row.idToken)).toEqual([
    'BEFORE',
  ])
  const next = take(events)
  await putToken('ONE')
  await putToken('TWO')
  const second = await next
  expect(second.kind === 'changes' && second.changes.map(({ row }) => row)).toMatchObject([
    { idToken: 'ONE' },
    { idToken: 'TWO' },
  ])
  stop.abort()
  expect((await events.next()).done).toBe(true)
})

test('a desk that was away a moment gets only what it missed', async () => {
  const events = follow(store, undefined, Date.now, { seesMoney: true })
  const { position } = await take(events)
  await events.return()
  await putToken('MISSED')
  const again = await take(follow(store, position, Date.now, { seesMoney: true }))
  expect(again.kind === 'changes' && again.changes.length).toBe(1)
})

test('a desk that comes from another run of the hub gets a new snapshot', async () => {
  const event = await take(
    follow(store, { epoch: 'another', seq: 3 }, Date.now, { seesMoney: true }),
  )
  expect(event.kind).toBe('snapshot')
})
