import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { keyVault } from './key-vault.ts'
import type { Keyring } from './keyring.ts'

const SECRET = 'rk_test_51QabcDEFghiJKL0mnOP'
const LABEL = 'rk_test_…mnOP'
/** A guess that costs nothing. */
const cheap = { n: 2 ** 10, r: 8, p: 1 }
const WORDS = 'rätt häst batteri klammer'

const dirs: string[] = []
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true })
})

function place(): string {
  const dir = mkdtempSync(join(tmpdir(), 'laddplan-vault-'))
  dirs.push(dir)
  return join(dir, 'secret', 'stripe-key.json')
}

/** A keyring whose seal is a number in front and every bit turned; `lose` forgets what it sealed so far. */
function fakeKeyring() {
  let known = 1
  let oldest = 1
  const turned = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0xff))
  const keyring: Keyring = {
    isSafe: async () => true,
    seal: async (text) => Buffer.concat([Buffer.from([known]), turned(Buffer.from(text))]),
    open: async (sealed) => {
      const [number = 0] = sealed
      if (number < oldest) throw new Error('no such key')
      return { text: turned(sealed.subarray(1)).toString(), sealAgain: number < known }
    },
  }
  return {
    keyring,
    rotate: () => void (known += 1),
    lose: () => void (oldest = known += 1),
  }
}

const noKeyring: Keyring = {
  isSafe: async () => false,
  seal: () => Promise.reject(new Error('no keyring')),
  open: () => Promise.reject(new Error('no keyring')),
}

test('under a keyring a secret comes back by itself, and the file doesn’t hold it', async () => {
  const file = place()
  const { keyring } = fakeKeyring()
  const vault = keyVault(file, 'stripe-key', keyring)
  expect(await vault.look()).toEqual({ found: 'nothing' })
  expect(await vault.keep(SECRET, LABEL, null)).toBe('keyring')
  expect(readFileSync(file, 'utf8')).not.toContain('51Qabc')
  const again = keyVault(file, 'stripe-key', keyring)
  expect(await again.look()).toEqual({ found: 'secret', secret: SECRET, seal: 'keyring' })
})

test('the file and its folder are their owner’s alone, and no draft is left', async () => {
  const file = place()
  writeFileSync(join(dirs[0] ?? '', 'elsewhere'), '')
  await keyVault(file, 'stripe-key', fakeKeyring().keyring).keep(SECRET, LABEL, null)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700)
  expect(readdirSync(join(file, '..'))).toEqual(['stripe-key.json'])
})

test('a draft that a crash left open to others is closed before anything is written to it', async () => {
  const file = place()
  const vault = keyVault(file, 'stripe-key', fakeKeyring().keyring)
  await vault.keep(SECRET, LABEL, null)
  writeFileSync(`${file}.new`, '')
  chmodSync(`${file}.new`, 0o644)
  await vault.keep(SECRET, LABEL, null)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('without a keyring it is sealed under a passphrase, and only that one opens it', async () => {
  const file = place()
  expect(await keyVault(file, 'stripe-key', noKeyring, cheap).keep(SECRET, LABEL, WORDS)).toBe(
    'passphrase',
  )
  expect(readFileSync(file, 'utf8')).not.toContain('51Qabc')
  const vault = keyVault(file, 'stripe-key', noKeyring, cheap)
  expect(await vault.look()).toEqual({ found: 'locked', label: LABEL })
  expect(await vault.unlock(`${WORDS}.`)).toEqual({ code: 'wrongPassphrase' })
  expect(await vault.unlock(WORDS)).toEqual({ secret: SECRET })
  // An ä may come as one character or as two.
  expect(await vault.unlock(WORDS.normalize('NFD'))).toEqual({ secret: SECRET })
})

test('the secret of another name is not taken for this one', async () => {
  const file = place()
  const { keyring } = fakeKeyring()
  await keyVault(file, 'other', keyring).keep(SECRET, LABEL, null)
  expect(await keyVault(file, 'stripe-key', keyring).look()).toMatchObject({ why: 'damaged' })
  await keyVault(file, 'other', noKeyring, cheap).keep(SECRET, LABEL, WORDS)
  expect(await keyVault(file, 'stripe-key', noKeyring, cheap).unlock(WORDS)).toEqual({
    code: 'wrongPassphrase',
  })
})

test('a keyring that has lost its key is told, and the file stays as it is', async () => {
  const file = place()
  const { keyring, lose } = fakeKeyring()
  const vault = keyVault(file, 'stripe-key', keyring)
  await vault.keep(SECRET, LABEL, null)
  const before = readFileSync(file, 'utf8')
  lose()
  expect(await vault.look()).toEqual({ found: 'unreadable', why: 'keyring', label: LABEL })
  expect(readFileSync(file, 'utf8')).toBe(before)
})

test('a seal that the keyring calls old is made anew', async () => {
  const file = place()
  const { keyring, rotate } = fakeKeyring()
  const vault = keyVault(file, 'stripe-key', keyring)
  await vault.keep(SECRET, LABEL, null)
  const before = readFileSync(file, 'utf8')
  rotate()
  expect(await vault.look()).toMatchObject({ found: 'secret', secret: SECRET })
  expect(readFileSync(file, 'utf8')).not.toBe(before)
  expect(await keyring.open(sealedIn(file))).toMatchObject({ sealAgain: false })
})

test.each([
  '',
  '{',
  'null',
  '{"version":2,"seal":"keyring","label":"","sealed":""}',
  '{"version":1,"seal":"passphrase","label":"","sealed":{"n":131072,"r":8,"p":1}}',
  // As much memory as this would take, no machine has.
  '{"version":1,"seal":"passphrase","label":"","sealed":{"n":1099511627776,"r":8,"p":1,"salt":"","iv":"","tag":"","text":""}}',
])('a damaged file is told and left alone: %s', async (text) => {
  const file = place()
  const vault = keyVault(file, 'stripe-key', fakeKeyring().keyring)
  await vault.keep(SECRET, LABEL, null)
  writeFileSync(file, text)
  expect(await vault.look()).toMatchObject({ found: 'unreadable', why: 'damaged' })
  expect(await vault.unlock(WORDS)).toEqual({ code: 'notLocked' })
  expect(readFileSync(file, 'utf8')).toBe(text)
})

test('a single changed byte under a passphrase opens to nothing', async () => {
  const file = place()
  const vault = keyVault(file, 'stripe-key', noKeyring, cheap)
  await vault.keep(SECRET, LABEL, WORDS)
  const kept: { sealed: { text: string } } = JSON.parse(readFileSync(file, 'utf8'))
  const bytes = Buffer.from(kept.sealed.text, 'base64')
  bytes[3] = (bytes[3] ?? 0) ^ 1
  const sealed = { ...kept.sealed, text: bytes.toString('base64') }
  writeFileSync(file, JSON.stringify({ ...kept, sealed }))
  expect(await vault.unlock(WORDS)).toEqual({ code: 'wrongPassphrase' })
})

test('a keyring that fails while sealing leaves the key before in its place', async () => {
  const file = place()
  const { keyring } = fakeKeyring()
  await keyVault(file, 'stripe-key', keyring).keep(SECRET, LABEL, null)
  const broken: Keyring = { ...keyring, seal: () => Promise.reject(new Error('gone')) }
  await expect(keyVault(file, 'stripe-key', broken).keep('rk_test_2', '', null)).rejects.toThrow(
    'gone',
  )
  expect(await keyVault(file, 'stripe-key', keyring).look()).toMatchObject({ secret: SECRET })
})

test('what is forgotten is off the disk, its draft too', async () => {
  const file = place()
  const vault = keyVault(file, 'stripe-key', fakeKeyring().keyring)
  await vault.keep(SECRET, LABEL, null)
  writeFileSync(`${file}.new`, 'half')
  await vault.forget()
  expect(readdirSync(join(file, '..'))).toEqual([])
  expect(await vault.look()).toEqual({ found: 'nothing' })
  await vault.forget()
})

function sealedIn(file: string): Buffer {
  const kept: { sealed: string } = JSON.parse(readFileSync(file, 'utf8'))
  return Buffer.from(kept.sealed, 'base64')
}
