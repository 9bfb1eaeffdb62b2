import { expect, test } from 'vitest'
import { passphraseFlaw } from './passphrase.ts'

test.each([
  [null, 'passphraseMissing'],
  ['', 'passphraseMissing'],
  ['elva tecken', 'passphraseShort'],
  ['tolv tecken!', null],
  ['🔑'.repeat(11), 'passphraseShort'],
  ['x'.repeat(257), 'passphraseLong'],
])('the passphrase %j: %s', (passphrase, flaw) => {
  expect(passphraseFlaw(passphrase)).toBe(flaw)
})
