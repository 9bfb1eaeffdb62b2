import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { integrityOf, lately } from './electron.mjs'

describe('the release host', () => {
  const note = { version: '45.4.1', triedAt: 1_000_000 }
  const hour = 3_600_000

  test('is not asked again within a day of not answering', () => {
    expect(lately(note, '45.4.1', note.triedAt + 23 * hour)).toBe(true)
    expect(lately(note, '45.4.1', note.triedAt + 24 * hour)).toBe(false)
  })

  test('is asked at once for another version, the first time, and when the clock was set back', () => {
    expect(lately(note, '46.0.0', note.triedAt + hour)).toBe(false)
    expect(lately(null, '45.4.1', note.triedAt)).toBe(false)
    expect(lately(note, '45.4.1', note.triedAt - hour)).toBe(false)
  })
})

test('an archive’s integrity is written as npm writes it', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'laddplan-integrity-')), 'archive')
  writeFileSync(file, 'abc')
  expect(await integrityOf(file)).toBe(
    'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==',
  )
})
