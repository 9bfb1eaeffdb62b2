import { expect, test } from 'vitest'
import { tokenText } from './token-text.ts'

test.each([
  ['  04A1B2 ', '04A1B2'],
  ['04\u0000A1', '04\ufffdA1'],
  ['04\u007fA1\u0085B2', '04\ufffdA1\ufffdB2'],
  ['04\ud83dA1', '04\ufffdA1'],
  ['kort ⚡', 'kort ⚡'],
])('an idTag %j is kept as %j', (idTag, kept) => {
  expect(tokenText(idTag)).toBe(kept)
})
