import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSealed, openUnder, sealUnder } from './passphrase.ts'

const cheap = { n: 2, r: 1, p: 1 }

test('a guess takes 128 MiB and is worth its price, unless it is right', async () => {
  const sealed = await sealUnder('rätt häst batteri', 'stripe-key', 'rk_test_1234567890')
  expect(128 * sealed.n * sealed.r).toBe(128 * 1_048_576)
  expect(isSealed(JSON.parse(JSON.stringify(sealed)))).toBe(true)
  expect(await openUnder('rätt häst batteri', 'stripe-key', sealed)).toBe('rk_test_1234567890')
})

test('any text comes back under its passphrase and name, and under no other', async () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(words, words, words, fc.string(), async (passphrase, other, name, text) => {
      fc.pre(passphrase.normalize('NFC') !== other.normalize('NFC') && name !== other)
      const sealed = await sealUnder(passphrase, name, text, cheap)
      expect(await openUnder(passphrase, name, sealed)).toBe(text)
      expect(await openUnder(other, name, sealed)).toBeNull()
      expect(await openUnder(passphrase, other, sealed)).toBeNull()
    }),
    { numRuns: 50 },
  )
})

test('the same text under the same passphrase never looks the same twice', async () => {
  const [one, two] = await Promise.all(['', ''].map(() => sealUnder('a', 'b', 'c', cheap)))
  for (const part of ['salt', 'iv', 'tag', 'text'] as const)
    expect(one?.[part]).not.toBe(two?.[part])
})

test('a seal whose nonce or tag was cut short opens to nothing', async () => {
  const sealed = await sealUnder('a', 'b', 'c', cheap)
  expect(await openUnder('a', 'b', { ...sealed, tag: sealed.tag.slice(0, 4) })).toBeNull()
  expect(await openUnder('a', 'b', { ...sealed, iv: '' })).toBeNull()
})

test('a cost that scrypt can’t take is no seal', () => {
  const sealed = { n: 2 ** 17, r: 8, p: 1, salt: '', iv: '', tag: '', text: '' }
  expect(isSealed(sealed)).toBe(true)
  for (const cost of [{ n: 3 }, { n: 1 }, { n: 2 ** 20 }, { r: 0 }, { r: 17 }, { p: 1.5 }])
    expect(isSealed({ ...sealed, ...cost })).toBe(false)
})
