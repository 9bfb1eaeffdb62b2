import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { webhookSecretFromFile } from './webhook-secret-file.ts'

const SECRET = 'whsec_51QabcDEFghiJKLmno'
const dir = mkdtempSync(join(tmpdir(), 'laddplan-webhook-'))
afterAll(() => rmSync(dir, { recursive: true }))

function from(text: string, mode = 0o600) {
  const file = join(dir, 'secret')
  writeFileSync(file, text)
  chmodSync(file, mode)
  return webhookSecretFromFile({ LADDPLAN_STRIPE_WEBHOOK_SECRET_FILE: file })
}

test('no file is no secret', () => {
  expect(webhookSecretFromFile({})).toEqual({ ok: true, secret: null })
})

test('a file of mode 0600 gives its secret, without the line feed', () => {
  expect(from(`${SECRET}\n`)).toEqual({ ok: true, secret: SECRET })
})

test('a file that others can read is refused', () => {
  expect(from(SECRET, 0o644)).toMatchObject({ ok: false, message: /mode 0600/ })
})

test.each(['', 'rk_test_51QabcDEFghiJKL', `${SECRET}\n${SECRET}`, 'whsec_short'])(
  '%.10j is refused with a sentence that doesn’t repeat it',
  (text) => {
    const read = from(text)
    expect(read).toMatchObject({ ok: false, message: /whsec_…/ })
    expect(JSON.stringify(read)).not.toContain('51Qabc')
  },
)

test('a secret in the place of the file’s name is refused, and not said again', () => {
  const read = webhookSecretFromFile({ LADDPLAN_STRIPE_WEBHOOK_SECRET_FILE: SECRET })
  expect(read).toMatchObject({ ok: false })
  expect(JSON.stringify(read)).not.toContain('51Qabc')
})
