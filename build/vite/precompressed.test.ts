import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkBudget, compressTexts } from './precompressed.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'precompressed-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

test('each text gets its two smaller selves beside it, which say the same; pictures don’t', () => {
  const script = 'const words = "for a driver"\n'.repeat(200)
  writeFileSync(join(dir, 'page.js'), script)
  writeFileSync(join(dir, 'icon.png'), 'no text')
  expect(compressTexts(dir).map(({ name }) => name)).toEqual(['page.js'])
  expect(brotliDecompressSync(readFileSync(join(dir, 'page.js.br'))).toString()).toBe(script)
  expect(gunzipSync(readFileSync(join(dir, 'page.js.gz'))).toString()).toBe(script)
})

test('a page whose script is over its budget, compressed, is not built', () => {
  writeFileSync(join(dir, 'one.js'), 'x'.repeat(5_000))
  writeFileSync(join(dir, 'two.js'), 'y'.repeat(5_000))
  const script = compressTexts(dir).reduce((all, { gz }) => all + gz, 0)
  expect(() => heldTo(script)).not.toThrow()
  expect(() => heldTo(script - 1)).toThrow(`${script} bytes of compressed script`)

  function heldTo(budget: number): void {
    checkBudget(compressTexts(dir), budget)
  }
})
