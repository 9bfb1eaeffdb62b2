import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { uuidV7 } from '../../../shared/domain/id/id.ts'
import { MINUTE, SECOND } from '../../../shared/time/instant.ts'
import { awaken } from '../awakening.ts'
import { openStore, type Store } from '../store/store.ts'
import { logIn } from './log-in.ts'
import { fitsPin, hashPin } from './pin-hash.ts'
import { provePin } from './prove-pin.ts'
import { openSessions } from './sessions.ts'
import { addUser } from './users.ts'

const noon = Date.UTC(2026, 2, 2, 12)
const KIM = '019cae6b-6600-76d0-9db8-d3e46f147a29'

let dir: string
let store: Store
let now: number

const open = async () => {
  const clock = () => now
  store = await openStore({
    file: join(dir, 'site.db'),
    clock,
    newId: () => uuidV7(now, randomBytes(10)),
  })
  await awaken(store, 'Europe/Stockholm')
}

/** Enters a PIN of Kim's at a desk that has just been opened. */
const enter = (pin: string, fits = fitsPin, userId = KIM) => {
  const session = openSessions({ store, clock: () => now }).open('desk', 'window')
  const parts = { store, hubSecret: 'secret', fits }
  return provePin(parts, { session, actor: 'desk', userId, pin }, (_, { name }) => name)
}

beforeEach(async () => {
  now = noon
  dir = mkdtempSync(join(tmpdir(), 'laddplan-pins-'))
  await open()
  const pinHash = await hashPin('secret', KIM, '2468', { log2N: 1, r: 1, p: 1 })
  const kim = { id: KIM, name: 'Kim', role: 'supervisor', language: null, pinHash } as const
  await store.work('test', (tx) => addUser(tx, kim))
})
afterEach(async () => {
  await store.close()
  rmSync(dir, { recursive: true })
})

test('a restart of the hub forgets no wrong PIN and ends no wait', async () => {
  for (let tries = 0; tries < 3; tries += 1) await enter('1357')
  await store.close()
  await open()
  expect(await enter('1357')).toMatchObject({ kind: 'wrong', triesLeft: 1 })
  await enter('1357')
  await store.close()
  await open()
  expect(await enter('2468')).toEqual({ kind: 'lockedOut', until: noon + 30 * SECOND })
  now += MINUTE
  expect(await enter('2468')).toEqual({ kind: 'proven', told: 'Kim' })
})

test('a try is on disk before the PIN is looked at: a hub that is killed meanwhile has counted it', async () => {
  const counted: (number | undefined)[] = []
  const entered = await enter('2468', async (...looked) => {
    counted.push((await store.reads.get('userPin', KIM))?.failures)
    return fitsPin(...looked)
  })
  expect(entered).toEqual({ kind: 'proven', told: 'Kim' })
  expect(counted).toEqual([1])
  expect(await store.reads.get('userPin', KIM)).toMatchObject({ failures: 0, lockedUntil: null })
})

test('a PIN that was changed, and a user who was let go, while it was looked at gets nobody in', async () => {
  const another = await hashPin('secret', KIM, '9753', { log2N: 1, r: 1, p: 1 })
  const meanwhile = (patch: () => Promise<unknown>) =>
    enter('2468', async (...looked) => {
      const fits = await fitsPin(...looked)
      await patch()
      return fits
    })
  const letGo = () => store.work('test', (tx) => tx.update('user', KIM, { archivedAt: now }))
  const changed = () => store.work('test', (tx) => tx.update('userPin', KIM, { hash: another }))
  expect(await meanwhile(letGo)).toMatchObject({ kind: 'wrong' })
  await store.work('test', (tx) => tx.update('user', KIM, { archivedAt: null }))
  expect(await meanwhile(changed)).toMatchObject({ kind: 'wrong' })
})

test('a PIN that was changed once it had been looked at gets nobody in either', async () => {
  const another = await hashPin('secret', KIM, '9753', { log2N: 1, r: 1, p: 1 })
  const session = openSessions({ store, clock: () => now }).open('desk', 'window')
  let isChanged = false
  const { work } = store
  const changedMeanwhile: Store = {
    ...store,
    // Between the unit that finds the PIN right and the one that writes the log-in down.
    async work(actor, unit) {
      if (actor === 'Kim' && !isChanged) {
        isChanged = true
        await work('test', (tx) => tx.update('userPin', KIM, { hash: another }))
      }
      return work(actor, unit)
    },
  }
  const parts = { store: changedMeanwhile, hubSecret: 'secret' }
  const wish = { session, actor: 'desk', userId: KIM, pin: '2468' }
  expect(await logIn(parts, wish)).toMatchObject({ kind: 'wrong' })
  expect((await session.standing()).kind).toBe('locked')
})

test('a PIN of nobody’s is looked at like any other, and counted on disk like any other', async () => {
  const looked: string[] = []
  const look = (userId: string) =>
    enter(
      '1357',
      (secret, id, pin, kept) => {
        looked.push(id)
        return fitsPin(secret, id, pin, kept)
      },
      userId,
    )
  const stranger = KIM.replace('29', '30')
  expect(await look(stranger)).toEqual(await look(KIM))
  expect(looked).toEqual([stranger, KIM])
  const counted = await store.reads.find('userPin', {})
  expect(counted.map(({ id, failures }) => [id, failures]).sort()).toEqual([
    [KIM, 1],
    ['nobody', 1],
  ])
})
