import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inertText, originalText } from './guard.ts'
import { reportDialect } from './spec.ts'

describe('words in a file', () => {
  test.each([
    '=1+1',
    '+46 70 123',
    '-5',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '  =1+1',
    '\u00a0=1+1',
    '＝1+1',
    '－1',
    '＠a',
    '−1',
    "'quoted",
  ])('that begin like a formula stand behind an apostrophe: %j', (text) => {
    expect(inertText(text, 'rfc4180')).toBe(`'${text}`)
    expect(originalText(inertText(text, 'rfc4180'))).toBe(text)
  })

  test.each([
    'ABC 123',
    'a=1',
    'Åsa',
    '😀 x',
    'O’Hara',
    '0123-abc',
    '',
    'C:\\x',
    '"x"',
    'a;b',
    '3 st',
  ])('that are nothing but words stay as they are: %j', (text) => {
    for (const dialect of reportDialect.options) expect(inertText(text, dialect)).toBe(text)
  })

  test('that don’t show, or turn what stands beside them, are written out', () => {
    expect(inertText('a\u202eb\u0000c\u0007', 'rfc4180')).toBe('a\\u{202E}b\\u{0}c\\u{7}')
    expect(inertText('\ud800', 'rfc4180')).toBe('\\u{D800}')
    expect(inertText('a\tb\nc', 'rfc4180')).toBe('a\tb\nc')
    expect(inertText('\\u{41}', 'rfc4180')).toBe('\\u{5C}u{41}')
  })

  test.each([
    '007',
    '1E5',
    '1-2',
    '12:30',
    '2026-03-02',
    '1234567890123456',
    '1 000',
    '.5',
    'MAJ001',
    'sep 5',
    'true',
  ])(
    'that a spreadsheet would make another value of stand behind an apostrophe there alone: %j',
    (text) => {
      expect(inertText(text, 'excel-sv')).toBe(`'${text}`)
      expect(inertText(text, 'rfc4180')).toBe(text)
    },
  )

  test('that are a whole number stay one: its digits are all there', () => {
    expect(inertText('4242', 'excel-sv')).toBe('4242')
  })

  test('can always be read back as they were', () => {
    const nasty = fc.constantFrom(
      ...['=', '+', '-', '@', "'", '\\', 'u', '{', '5', 'C', '}', '\t', '\r', '\n', '\u0000', '"'],
      ...[';', ',', '\u202e', '\ufeff', '\ud800', '＝', '0', '1', 'E', ' ', 'å', '😀', '\u2028'],
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ unit: nasty, maxLength: 12 }),
    )
    fc.assert(
      fc.property(text, fc.constantFrom(...reportDialect.options), (words, dialect) => {
        const cell = inertText(words, dialect)
        expect(originalText(cell)).toBe(words)
        expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      }),
      { numRuns: 2_000 },
    )
  })
})
