import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { randomBytes } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { uuidV7 } from '../../../shared/domain/id/id.ts'
import { isRecentEnough } from './sqlite.ts'
import { openStore, type Store, StoreUnavailable } from './store.ts'

const cleanups: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function freshStore(): Promise<{ store: Store; file: string; onReadOnly: unknown[] }> {
  const dir = mkdtempSync(join(tmpdir(), 'laddplan-store-'))
  const file = join(dir, 'site.db')
  const onReadOnly: unknown[] = []
  const store = await openStore({
    file,
    clock: () => 1_000,
    newId: () => uuidV7(Date.now(), randomBytes(10)),
    onReadOnly: (readOnly) => onReadOnly.push(readOnly),
  })
  cleanups.push(() => rmSync(dir, { recursive: true }))
  cleanups.push(() => store.close().catch(() => undefined))
  return { store, file, onReadOnly }
}

const token = (idToken: string) => ({
  id: uuidV7(Date.now(), randomBytes(10)),
  idToken,
  status: 'Accepted' as const,
  label: '',
  parentIdToken: null,
  vehicleId: null,
  customerId: null,
  expiresAt: null,
  createdAt: 0,
  updatedAt: 0,
})

/** What another connection sees. */
const committed = (file: string): string[] => {
  const reader = new DatabaseSync(file, { readOnly: true })
  const rows = reader.prepare('select idToken from idToken').all()
  reader.close()
  return rows.map(({ idToken }) => String(idToken))
}

const texts = async (store: Store): Promise<string[]> =>
  (await store.reads.find('idToken', {})).map(({ idToken }) => idToken).sort()

test('units that arrive together are committed together, each with its own result', async () => {
  const { store } = await freshStore()
  const results = await Promise.all(
    ['A', 'B', 'C'].map((text) =>
      store.work('test', (tx) => {
        tx.insert('idToken', token(text))
        return text.toLowerCase()
      }),
    ),
  )
  expect(results).toEqual(['a', 'b', 'c'])
  expect(await texts(store)).toEqual(['A', 'B', 'C'])
})

test('a unit that throws leaves nothing behind and harms none of its group', async () => {
  const { store } = await freshStore()
  const bad = store.work('test', (tx) => {
    tx.insert('idToken', token('BAD'))
    throw new Error('no')
  })
  const good = store.work('test', (tx) => tx.insert('idToken', token('GOOD')))
  await expect(bad).rejects.toThrow('no')
  await good
  expect(await texts(store)).toEqual(['GOOD'])
})

test('what is acknowledged can be read from the file by another process', async () => {
  const { store, file } = await freshStore()
  await store.work('test', (tx) => tx.insert('idToken', token('SEEN')))
  const other = new DatabaseSync(file, { readOnly: true })
  expect(other.prepare('select idToken from idToken').all()).toEqual([{ idToken: 'SEEN' }])
  other.close()
})

test('nobody reads or hears of a row before it is committed, and hears of it whole', async () => {
  const { store, file } = await freshStore()
  const before = store.feed.position()
  const row = token('X')
  await store.work('test', (tx) => {
    tx.insert('idToken', row)
    expect(tx.get('idToken', row.id)).toBeDefined()
    expect(committed(file)).toEqual([])
    expect(store.feed.since(before)).toEqual([])
  })
  await store.work('test', (tx) => tx.update('idToken', row.id, { label: 'Ann' }))
  expect(store.feed.since(before)).toEqual([
    { seq: 2, table: 'idToken', id: row.id, row: { ...row, label: 'Ann' } },
  ])
})

test('effects run after the commit and not at all when the unit fails', async () => {
  const { store } = await freshStore()
  const ran: string[] = []
  await store.work('test', (tx) => tx.afterCommit(() => ran.push('kept')))
  await store
    .work('test', (tx) => {
      tx.afterCommit(() => ran.push('never'))
      throw new Error('no')
    })
    .catch(() => undefined)
  expect(ran).toEqual(['kept'])
})

test('the journal remembers who did what to which row, before and after', async () => {
  const { store } = await freshStore()
  await store.work('Ann', (tx) =>
    tx.journal({
      act: 'site.update',
      noun: 'site',
      nounId: '1',
      before: { name: 'a' },
      after: { name: 'b' },
    }),
  )
  const lines = await store.reads.find('journal', {})
  expect(lines).toMatchObject([
    { at: 1_000, actor: 'Ann', act: 'site.update', before: { name: 'a' }, after: { name: 'b' } },
  ])
})

test('a full disk acknowledges nothing, says so, and the store goes on once there is room', async () => {
  const { store, onReadOnly } = await freshStore()
  await store.work('test', (tx) => void tx.sql('pragma max_page_count = 60', []))
  const big = { ...token('BIG'), label: 'x'.repeat(1_000_000) }
  await expect(store.work('test', (tx) => tx.insert('idToken', big))).rejects.toThrow(
    StoreUnavailable,
  )
  expect(onReadOnly).toEqual([true])
  expect(await texts(store)).toEqual([])
  await store.work('test', (tx) => tx.insert('idToken', token('SMALL')))
  expect(onReadOnly).toEqual([true, false])
  expect(await texts(store)).toEqual(['SMALL'])
})

test('opening a second time finds the migrations done and the rows there', async () => {
  const { store, file } = await freshStore()
  await store.work('test', (tx) => tx.insert('idToken', token('KEPT')))
  await store.close()
  const again = await openStore({ file, clock: () => 0, newId: () => uuidV7(0, randomBytes(10)) })
  expect(await texts(again)).toEqual(['KEPT'])
  await again.close()
})

test('an SQLite that can lose a WAL is refused', () => {
  expect(isRecentEnough('3.51.2')).toBe(false)
  expect(isRecentEnough('3.51.3')).toBe(true)
  expect(isRecentEnough('3.52.0')).toBe(true)
  expect(isRecentEnough('4.0.0')).toBe(true)
  expect(isRecentEnough('3.9.9')).toBe(false)
})

test('what runs is found by an index of what runs, however long the history', async () => {
  const { store, file } = await freshStore()
  await store.reads.find('transaction', { stationId: 'x', connectorId: 1, state: 'active' })
  const plans = new DatabaseSync(file, { readOnly: true })
  const plan = (sql: string): string =>
    plans
      .prepare(`explain query plan ${sql}`)
      .all()
      .map(({ detail }) => String(detail))
      .join()
  expect(
    plan(
      `select * from "transaction" where "stationId" = ? and "connectorId" = ? and "state" = 'active'`,
    ),
  ).toContain('transactionActive')
  expect(plan(`select * from "transaction" where "state" = 'active'`)).toContain(
    'transactionActive',
  )
  expect(plan(`select * from command where "state" = 'requested'`)).toContain('commandByState')
  expect(plan(`select * from payment where "readerId" = ? and "state" = 'open'`)).toContain(
    'paymentAtReader (readerId=? AND state=?)',
  )
  expect(plan(`select id from payment where state in (?, ?, ?)`)).toContain('paymentByState')
  expect(plan(`select * from payment where state = ? order by createdAt desc, id desc`)).toMatch(
    /^SEARCH payment USING INDEX paymentByState \(state=\?\)$/,
  )
  plans.close()
})

test.skipIf(process.platform === 'win32')(
  'the database is its owner’s to read, also in an open folder and where it was everybody’s',
  async () => {
    const { store, file } = await freshStore()
    chmodSync(join(file, '..'), 0o755)
    const parts = [file, `${file}-wal`, `${file}-shm`]
    const modes = (): number[] => parts.map((part) => statSync(part).mode & 0o777)
    await store.work('test', (tx) => tx.insert('idToken', token('A')))
    expect(modes()).toEqual([0o600, 0o600, 0o600])
    await store.close()
    chmodSync(file, 0o644)
    const again = await openStore({
      file,
      clock: () => 1_000,
      newId: () => uuidV7(Date.now(), randomBytes(10)),
    })
    cleanups.push(() => again.close())
    expect(modes()).toEqual([0o600, 0o600, 0o600])
  },
)
