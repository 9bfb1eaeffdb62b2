import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { uuidV7 } from '../../../shared/domain/id/id.ts'
import { DAY, HOUR } from '../../../shared/time/instant.ts'
import type { Chargers } from '../chargers.ts'
import { keyAnswered } from '../station/keys.ts'
import { openStore, type Store } from '../store/store.ts'
import { type Door, door } from './admit.ts'
import { adoptCandidate, type Adopted, type AdoptionWish } from './adopt.ts'
import { openPairing } from './pairing.ts'

const OWN = 'what it came with'
const issuer = { hubSecret: 'secret', ocppUrl: 'ws://desk/ocpp' }

/** The waiting charger's socket aside, nothing of them is needed here. */
const chargers: Chargers = {
  connected: () => 1,
  isConnected: () => true,
  hasShownKey: () => false,
  disconnect: () => undefined,
  disconnectCandidate: () => undefined,
  promote: () => true,
  wake: () => undefined,
  forget: () => undefined,
}

let dir: string
let now = Date.UTC(2026, 5, 1)
let store: Store
let entrance: Door

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'laddplan-adopt-'))
  const newId = () => uuidV7(now, randomBytes(10))
  store = await openStore({ file: join(dir, 'site.db'), clock: () => now, newId })
  entrance = door(store, issuer.hubSecret, () => now)
  await store.work('test', (tx) => openPairing(tx, 'test'))
})
afterEach(async () => {
  await store.close()
  rmSync(dir, { recursive: true })
})

const knock = async (password?: string): Promise<string> => {
  const passwords = password === undefined ? [] : [Buffer.from(password)]
  return (await entrance.admit({ chargePointId: 'CP', address: '10.0.0.2', passwords })).kind
}

/** The charger comes with that password, if any, and is adopted. @returns the key it was made */
async function adopted(came: string | undefined, wish: Partial<AdoptionWish>): Promise<string> {
  await knock(came)
  const result = await store.work('test', (tx): Adopted => {
    const [candidate] = tx.find('candidate', { state: 'waiting' })
    if (candidate === undefined) throw new Error('nobody waits')
    const whole = { zone: '', key: 'newKey', setOnCharger: true, requestedBy: 'test' } as const
    const parts = { issuer, chargers, offered: entrance.offered }
    return adoptCandidate(tx, parts, candidate, { ...whole, ...wish })
  })
  if (result.kind !== 'adopted') throw new Error(result.kind)
  return result.key.password ?? ''
}

const answered = (status: string, key: string) =>
  store.work('test', (tx) => {
    for (const { id } of tx.find('station', {})) keyAnswered(issuer.hubSecret)(tx, id, status, key)
  })

test('a charger that refuses its new key is let in with the password it came with, for a day', async () => {
  const key = await adopted(OWN, {})
  await answered('Rejected', key)
  now += HOUR
  expect(await knock(OWN)).toBe('station')
  now += DAY
  expect(await knock(OWN)).toBe('refused')
  expect(await knock(key)).toBe('station')
})

test.each(['Accepted', 'Rejected'])(
  'the password a charger came with is over once its new key is confirmed (it said %s)',
  async (status) => {
    const key = await adopted(OWN, {})
    await answered(status, key)
    if (status === 'Rejected') expect(await knock(key)).toBe('station') // entered by hand
    expect(await knock(OWN)).toBe('refused')
    expect(await knock(key)).toBe('station')
  },
)

test('a charger that came without a password has nothing but its new key', async () => {
  const key = await adopted(undefined, {})
  await answered('Rejected', key)
  expect(await knock()).toBe('refused')
  expect(await knock(key)).toBe('station')
})

test('a password that is to be replaced by hand is over at once', async () => {
  await adopted(OWN, { setOnCharger: false })
  expect(await knock(OWN)).toBe('refused')
})

test('a password that was kept works on', async () => {
  await adopted(OWN, { key: 'keepOwn' })
  now += 30 * DAY
  expect(await knock(OWN)).toBe('station')
})
