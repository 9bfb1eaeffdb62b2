import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { pc8Bytes, pc8Text } from './pc8.ts'

test('Swedish survives, as another program reads it', () => {
  const words = 'Räksmörgås på Östra Ågatan, élève: ÅÄÖ åäö ÆØ'
  expect(iconv.decode(pc8Bytes(pc8Text(words)), 'cp437')).toBe(
    'Räksmörgås på Östra Ågatan, élève: ÅÄÖ åäö ÆO',
  )
})

test('what the code page lacks is likened to what it has', () => {
  expect(pc8Text('Łódź – “Żabka” €5…')).toBe('Lódz - "Zabka" EUR5...')
  expect(pc8Text('a\tb\u{202e}c\u{0}')).toBe('a b c ')
  expect(pc8Text('充電 🔌')).toBe('?? ?')
  expect(pc8Text('A\u{30a}')).toBe('Å')
})

test('whatever is written is read the same by a program that is not ours', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const kept = pc8Text(text)
      expect(iconv.decode(pc8Bytes(kept), 'cp437')).toBe(kept)
      expect(pc8Text(kept)).toBe(kept)
    }),
  )
})
