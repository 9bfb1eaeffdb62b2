import { expect, test } from 'vitest'
import type { StripeKeyHeld, StripeKeyJudged } from '../../../shared/domain/payment/stripe-key.ts'
import type { Found, KeyVault } from './key-vault.ts'
import { stripeKeyDesk, type StripeKeyTerms } from './stripe-key-desk.ts'

const KEY = 'rk_test_51QabcDEFghiJKL0mnOP'
const OTHER = 'rk_live_51QabcDEFghiJKL0mnXY'
const WORDS = 'rätt häst batteri klammer'
const accepted: StripeKeyJudged = { accepted: true, livemode: false, accountName: 'Norra depån' }

/** A vault in memory; `passphrase` is what a machine without a keyring would ask for. */
function memoryVault({ passphrase = false } = {}) {
  let kept: { secret: string; label: string; passphrase: string | null } | null = null
  const broken = { disk: false, keyring: false }
  const sane = (): void => {
    if (broken.disk) throw new Error('ENOSPC')
  }
  const vault: KeyVault = {
    look: async (): Promise<Found> => {
      if (kept === null) return { found: 'nothing' }
      if (kept.passphrase !== null) return { found: 'locked', label: kept.label }
      if (broken.keyring) return { found: 'unreadable', why: 'keyring', label: kept.label }
      return { found: 'secret', secret: kept.secret, seal: 'keyring' }
    },
    unlock: async (given) => {
      if (kept === null) return { code: 'notLocked' }
      return given === kept.passphrase ? { secret: kept.secret } : { code: 'wrongPassphrase' }
    },
    seal: async () => (passphrase ? 'passphrase' : 'keyring'),
    keep: async (secret, label, given) => {
      sane()
      kept = { secret, label, passphrase: passphrase ? given : null }
      return passphrase ? 'passphrase' : 'keyring'
    },
    forget: async () => {
      sane()
      kept = null
    },
  }
  return { vault, broken, kept: () => kept }
}

/** A desk over a vault, and what it told the hub, the windows and the log, in order. */
async function opened(vault: KeyVault, more: Partial<StripeKeyTerms> = {}) {
  const hub: StripeKeyHeld[] = []
  const asked: string[] = []
  const complaints: string[] = []
  let changes = 0
  const desk = stripeKeyDesk({
    vault,
    fromFile: null,
    practice: false,
    judge: async (key) => {
      asked.push(key)
      return accepted
    },
    tellHub: (held) => hub.push(held),
    onChange: () => (changes += 1),
    complain: (sentence) => complaints.push(sentence),
    ...more,
  })
  await desk.isLocked()
  return { desk, hub, asked, complaints, changes: () => changes }
}

test('a key that Stripe accepts is kept first, then used, then told', async () => {
  const { vault, kept } = memoryVault()
  const order: string[] = []
  const { desk, hub } = await opened(vault, {
    judge: async () => (order.push('judge'), accepted),
    tellHub: () => order.push(kept() === null ? 'used before kept' : 'used'),
    onChange: () => order.push('told'),
  })
  expect(await desk.offer(` ${KEY}\n`, null)).toEqual({
    accepted: true,
    accountName: 'Norra depån',
  })
  expect(order).toEqual(['judge', 'used', 'told'])
  expect(kept()?.secret).toBe(KEY)
  expect(hub).toEqual([])
  expect(desk.held()).toEqual({ state: 'held', key: KEY })
  expect(await desk.status()).toEqual({
    state: 'kept',
    mode: 'test',
    lastFour: 'mnOP',
    storage: 'keyring',
    why: null,
  })
})

test('what the key looks like is judged before anybody is asked', async () => {
  const { vault, kept } = memoryVault()
  const { desk, asked } = await opened(vault, { practice: true })
  expect(await desk.offer('sk_live_51QabcDEFghiJKL', null)).toEqual({
    accepted: false,
    code: 'secretKey',
  })
  expect(await desk.offer(OTHER, null)).toEqual({ accepted: false, code: 'liveInPractice' })
  expect(asked).toEqual([])
  expect(kept()).toBeNull()
})

test('without a keyring a passphrase is asked for before anybody else is', async () => {
  const { vault } = memoryVault({ passphrase: true })
  const { desk, asked } = await opened(vault)
  expect(await desk.offer(KEY, null)).toEqual({ accepted: false, code: 'passphraseMissing' })
  expect(await desk.offer(KEY, 'short')).toEqual({ accepted: false, code: 'passphraseShort' })
  expect(asked).toEqual([])
  expect(await desk.offer(KEY, WORDS)).toMatchObject({ accepted: true })
})

test.each<StripeKeyJudged>([
  { accepted: false, code: 'missingRights', message: 'It lacks a right.', missing: ['Refunds'] },
  { accepted: false, code: 'revoked', message: 'Stripe does not know it.' },
])('a key that Stripe turns down is not kept, and the one before stays: %j', async (judged) => {
  const { vault, kept } = memoryVault()
  const { desk, hub } = await opened(vault, {
    judge: async (key) => (key === KEY ? accepted : judged),
  })
  await desk.offer(KEY, null)
  expect(await desk.offer(OTHER, null)).toEqual(judged)
  expect(kept()?.secret).toBe(KEY)
  expect(hub).toEqual([{ state: 'held', key: KEY }])
})

test('a hub that is away is told as such', async () => {
  const { desk } = await opened(memoryVault().vault, {
    judge: () => Promise.reject(new Error('no hub')),
  })
  expect(await desk.offer(KEY, null)).toEqual({ accepted: false, code: 'hubAway' })
})

test('a key that can’t be kept is not used', async () => {
  const { vault, broken } = memoryVault()
  const { desk, hub, complaints } = await opened(vault)
  broken.disk = true
  expect(await desk.offer(KEY, null)).toEqual({ accepted: false, code: 'notKept' })
  expect(hub).toEqual([])
  expect(complaints.join()).toContain('ENOSPC')
  expect(complaints.join()).not.toContain('51Qabc')
})

test('at the next start the keyring gives the key back to the hub', async () => {
  const { vault } = memoryVault()
  await vault.keep(KEY, 'rk_test_…mnOP', null)
  const { desk, hub } = await opened(vault)
  expect(hub).toEqual([{ state: 'held', key: KEY }])
  expect(await desk.isLocked()).toBe(false)
})

test('under a passphrase the hub waits, and has its key once the right one is typed', async () => {
  const { vault } = memoryVault({ passphrase: true })
  await vault.keep(KEY, 'rk_test_…mnOP', WORDS)
  const { desk, hub, changes } = await opened(vault)
  expect(await desk.isLocked()).toBe(true)
  expect(await desk.status()).toEqual({
    state: 'locked',
    mode: 'test',
    lastFour: 'mnOP',
    storage: 'passphrase',
    why: null,
  })
  expect(await desk.unlock('wrong')).toEqual({ unlocked: false, code: 'wrongPassphrase' })
  expect(hub).toEqual([{ state: 'locked' }])
  expect(await desk.unlock(WORDS)).toEqual({ unlocked: true })
  expect(await desk.unlock('whatever: another window was first')).toEqual({ unlocked: true })
  expect(hub).toEqual([{ state: 'locked' }, { state: 'held', key: KEY }])
  expect(changes()).toBe(2)
})

test('a keyring that does not answer is asked again when somebody looks', async () => {
  const { vault, broken } = memoryVault()
  await vault.keep(KEY, 'rk_test_…mnOP', null)
  broken.keyring = true
  const { desk, complaints } = await opened(vault)
  expect(await desk.status()).toMatchObject({ state: 'unavailable', why: 'keyring', mode: 'test' })
  expect(complaints[0]).toContain('stays as it is')
  broken.keyring = false
  expect(await desk.status()).toMatchObject({ state: 'kept' })
  expect(desk.held()).toEqual({ state: 'held', key: KEY })
})

test('what is forgotten is gone from the vault and from the hub', async () => {
  const { vault, kept, broken } = memoryVault()
  const { desk, hub } = await opened(vault)
  await desk.offer(KEY, null)
  broken.disk = true
  expect(await desk.forget()).toEqual({ forgotten: false, code: 'notForgotten' })
  expect(desk.held()).toEqual({ state: 'held', key: KEY })
  broken.disk = false
  expect(await desk.forget()).toEqual({ forgotten: true })
  expect(kept()).toBeNull()
  expect(hub.at(-1)).toEqual({ state: 'none' })
})

test('a key of the environment’s file is used, and neither changed nor forgotten here', async () => {
  const { vault, kept } = memoryVault()
  const { desk } = await opened(vault, { fromFile: KEY })
  expect(desk.held()).toEqual({ state: 'held', key: KEY })
  expect(await desk.status()).toMatchObject({ state: 'kept', storage: 'file' })
  expect(await desk.offer(OTHER, null)).toEqual({ accepted: false, code: 'inFile' })
  expect(await desk.forget()).toEqual({ forgotten: false, code: 'inFile' })
  expect(kept()).toBeNull()
})

test('nothing that a window is answered holds the key', async () => {
  const { desk } = await opened(memoryVault().vault)
  const answers = [await desk.offer(KEY, null), await desk.status(), await desk.forget()]
  expect(JSON.stringify(answers)).not.toContain('51Qabc')
})

test('offers wait for each other: the last one counts', async () => {
  const { vault, kept } = memoryVault()
  const { desk } = await opened(vault, {
    judge: async (key) => {
      if (key === KEY) await new Promise((resolve) => setTimeout(resolve, 20))
      return accepted
    },
  })
  await Promise.all([desk.offer(KEY, null), desk.offer(OTHER, null)])
  expect(kept()?.secret).toBe(OTHER)
  expect(desk.held()).toEqual({ state: 'held', key: OTHER })
})
