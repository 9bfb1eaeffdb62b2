import { expect, test } from 'vitest'
import { fitsPin, hashPin } from './pin-hash.ts'

const cheap = { log2N: 4, r: 2, p: 1 }

test('a PIN fits what was kept of it, under the same secret, for the same user, and no other does', async () => {
  const kept = await hashPin('secret', 'kim', '2468', cheap)
  expect(await fitsPin('secret', 'kim', '2468', kept)).toBe(true)
  expect(await fitsPin('secret', 'kim', '2469', kept)).toBe(false)
  expect(await fitsPin('secret', 'li', '2468', kept)).toBe(false)
  expect(await fitsPin('another', 'kim', '2468', kept)).toBe(false)
})

test('the same PIN is kept as something else each time', async () => {
  const twice = [await hashPin('s', 'kim', '2468', cheap), await hashPin('s', 'kim', '2468', cheap)]
  expect(new Set(twice).size).toBe(2)
})

test('where there is no PIN none fits', async () => {
  for (const none of ['', 'scrypt', 'scrypt:4:2:1::', 'other:4:2:1:AAAA:AAAA'])
    expect(await fitsPin('secret', 'nobody', '2468', none)).toBe(false)
})

test('it costs what RFC 7914 calls N = 32,768, and there is salt of 16 bytes', async () => {
  const [kind, log2N, r, p, salt] = (await hashPin('secret', 'kim', '2468')).split(':')
  expect([kind, log2N, r, p]).toEqual(['scrypt', '15', '8', '1'])
  expect(Buffer.from(salt ?? '', 'base64url')).toHaveLength(16)
})
