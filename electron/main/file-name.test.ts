import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeFileName } from './file-name.ts'

test('an ordinary name stays as it is', () => {
  expect(safeFileName('messages CP-7 2026-11-22.txt')).toBe('messages CP-7 2026-11-22.txt')
})

test('folders, hidden names and characters that reverse the reading are taken out', () => {
  expect(safeFileName('../../etc/passwd')).toBe('etc-passwd')
  expect(safeFileName('.bashrc')).toBe('bashrc')
  expect(safeFileName('log\u202Etxt.exe')).toBe('log-txt.exe')
  expect(safeFileName('...')).toBe('laddplan.txt')
})

test('any text gives a name of a file in the chosen folder', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(safeFileName(text)).toMatch(/^[^/\\\0.][^/\\\0]{0,119}$/)
    }),
  )
})
