import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { hashKey, newKey, sameHash, sameSecret } from './key.ts'
import { keepSecret } from './secret-file.ts'

const dirs: string[] = []
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true })
})

function secretFile(): string {
  const dir = mkdtempSync(join(tmpdir(), 'laddplan-secret-'))
  dirs.push(dir)
  return join(dir, 'token')
}

test('a secret is made once, readable by its owner only', () => {
  const file = secretFile()
  const made = keepSecret(file)
  expect(keepSecret(file)).toBe(made)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('a damaged secret stops the start instead of locking every charger out', () => {
  const file = secretFile()
  writeFileSync(file, 'oops')
  expect(() => keepSecret(file)).toThrow('Restore it')
})

test('a key has 160 bits and the form a charger takes', () => {
  expect(newKey()).toMatch(/^[0-9A-F]{40}$/)
  expect(newKey()).not.toBe(newKey())
})

test('a key sent as 20 raw bytes, in hex, or in lower-case hex is the same key', () => {
  const key = newKey()
  const stored = hashKey('secret', 'station', Buffer.from(key))
  for (const sent of [Buffer.from(key, 'hex'), Buffer.from(key), Buffer.from(key.toLowerCase())])
    expect(sameHash(stored, hashKey('secret', 'station', sent))).toBe(true)
})

test('another password, another station or another hub never fits', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.uint8Array({ maxLength: 60 }), (a, b) => {
      const one = Buffer.from(a)
      const two = Buffer.from(b)
      fc.pre(!one.equals(two) && one.length !== 20 && two.length !== 20 && one.length !== 40)
      const stored = hashKey('secret', 'station', one)
      expect(sameHash(stored, hashKey('secret', 'station', two))).toBe(false)
      expect(sameHash(stored, hashKey('secret', 'other', one))).toBe(false)
      expect(sameHash(stored, hashKey('another', 'station', one))).toBe(false)
    }),
  )
})

test('secrets of any length compare by their content', () => {
  expect(sameSecret('abc', 'abc')).toBe(true)
  expect(sameSecret('abc', 'abcd')).toBe(false)
  expect(sameSecret('', 'a')).toBe(false)
})
