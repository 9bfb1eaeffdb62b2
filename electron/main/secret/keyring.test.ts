import { expect, test } from 'vitest'
import { systemKeyring, type SafeStorage } from './keyring.ts'

/** A `safeStorage` that marks what it seals as Chromium does. */
function fakeStorage(
  mark: string,
  more: Partial<SafeStorage> = {},
): SafeStorage & { calls: string[] } {
  const calls: string[] = []
  return {
    calls,
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async (text) => {
      calls.push('encrypt')
      return Buffer.from(`${mark}${text}`)
    },
    decryptStringAsync: async (sealed) => {
      calls.push('decrypt')
      return { result: sealed.toString().slice(mark.length), shouldReEncrypt: false }
    },
    getSelectedStorageBackend: () => 'gnome_libsecret',
    ...more,
  }
}

const atOnce = { patienceMs: 1_000, waitMs: () => Promise.resolve() }

test('what the keyring seals it opens', async () => {
  const keyring = systemKeyring(fakeStorage('v11'), 'linux', atOnce)
  expect(await keyring.isSafe()).toBe(true)
  expect(await keyring.open(await keyring.seal('words'))).toEqual({
    text: 'words',
    sealAgain: false,
  })
})

test('a Linux desktop without a keyring is not safe, and seals nothing', async () => {
  const storage = fakeStorage('v10', { getSelectedStorageBackend: () => 'basic_text' })
  const keyring = systemKeyring(storage, 'linux', atOnce)
  expect(await keyring.isSafe()).toBe(false)
  await expect(keyring.seal('words')).rejects.toThrow('no keyring')
  expect(storage.calls).toEqual([])
})

test('a seal under the key that everybody knows is not safe, whichever keyring is named', async () => {
  const keyring = systemKeyring(fakeStorage('v10'), 'linux', atOnce)
  expect(await keyring.isSafe()).toBe(false)
  await expect(keyring.seal('words')).rejects.toThrow('everybody knows')
})

test.each(['darwin', 'win32'] as const)(
  'on %s the same mark is the keychain’s own',
  async (platform) => {
    const storage = fakeStorage('v10', {
      getSelectedStorageBackend: () => {
        throw new Error('only Linux has this')
      },
    })
    expect(await systemKeyring(storage, platform, atOnce).isSafe()).toBe(true)
  },
)

test('an encryptor that comes late is waited for, and not called before', async () => {
  let looks = 0
  const storage = fakeStorage('v11', { isAsyncEncryptionAvailable: () => (looks += 1) > 3 })
  const keyring = systemKeyring(storage, 'linux', atOnce)
  expect(await keyring.isSafe()).toBe(true)
  expect(looks).toBe(4)
})

test('an encryptor that never comes is given up, and never called', async () => {
  const storage = fakeStorage('v11', { isAsyncEncryptionAvailable: () => false })
  const keyring = systemKeyring(storage, 'linux', atOnce)
  expect(await keyring.isSafe()).toBe(false)
  await expect(keyring.seal('words')).rejects.toThrow('does not answer')
  await expect(keyring.open(Buffer.from('v11words'))).rejects.toThrow('does not answer')
  expect(storage.calls).toEqual([])
})

test('a keyring that fails is not safe', async () => {
  const storage = fakeStorage('v11', { encryptStringAsync: () => Promise.reject(new Error('no')) })
  expect(await systemKeyring(storage, 'linux', atOnce).isSafe()).toBe(false)
})
