import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { stripeKeyFromFile } from './stripe-key-file.ts'

const KEY = 'rk_test_51QabcDEFghiJKL'
const dir = mkdtempSync(join(tmpdir(), 'laddplan-key-'))
afterAll(() => rmSync(dir, { recursive: true }))

function from(text: string, { mode = 0o600, practice = false } = {}) {
  const file = join(dir, 'key')
  writeFileSync(file, text)
  chmodSync(file, mode)
  return stripeKeyFromFile({ LADDPLAN_STRIPE_KEY_FILE: file }, { practice })
}

test('no file is no key', () => {
  expect(stripeKeyFromFile({}, { practice: false })).toEqual({ ok: true, secret: null })
})

test.each([0o600, 0o400])('a file of mode %o gives its key, without the line feed', (mode) => {
  expect(from(`${KEY}\n`, { mode })).toEqual({ ok: true, secret: KEY })
})

test.each([0o640, 0o604, 0o660, 0o610])('a file of mode %o is refused', (mode) => {
  expect(from(KEY, { mode })).toMatchObject({ ok: false, message: /mode 0600/ })
})

test.each([
  ['', /is empty/],
  [`sk_live_${KEY}`, /restricted key/],
  [`${KEY}\n${KEY}`, /more than one line/],
  ['x'.repeat(2_000), /too large/],
])('%.20j is refused with a sentence that doesn’t repeat it', (text, sentence) => {
  const read = from(text)
  expect(read).toMatchObject({ ok: false, message: sentence })
  expect(JSON.stringify(read)).not.toContain('51Qabc')
})

test('a practice site takes no live key', () => {
  expect(from('rk_live_51QabcDEFghiJKL', { practice: true })).toMatchObject({ ok: false })
})

test('a key in the place of the file’s name is refused, and not said again', () => {
  const read = stripeKeyFromFile({ LADDPLAN_STRIPE_KEY_FILE: KEY }, { practice: false })
  expect(read).toMatchObject({ ok: false })
  expect(JSON.stringify(read)).not.toContain('51Qabc')
})

test('a file that is not there is named', () => {
  const file = join(dir, 'nothing')
  expect(stripeKeyFromFile({ LADDPLAN_STRIPE_KEY_FILE: file }, { practice: false })).toEqual({
    ok: false,
    message: `LADDPLAN_STRIPE_KEY_FILE: ${file} can’t be read (ENOENT).`,
  })
})
