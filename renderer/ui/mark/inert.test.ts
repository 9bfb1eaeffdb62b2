import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inert, MARK } from './inert.ts'

test('nothing that turns a line around or hides in it gets through', () => {
  const tricks = [
    '\u202e',
    '\u2066',
    '\u200b',
    '\u0000',
    '\u001b',
    '\u2028',
    '\u00ad',
    '\ufeff',
    '\u3164',
  ]
  for (const trick of tricks)
    expect(inert(`a${trick}b`)).toEqual({ text: `a${MARK}b`, marked: true })
})

test('what is already harmless stays as it is, whatever the script', () => {
  for (const text of ['Zaptec Pro', 'Laddstolpe Å1', '充电桩', 'зарядка 7']) {
    expect(inert(text)).toEqual({ text, marked: false })
  }
})

// Cheaper than fast-check's own strings of every code point, of which it builds a table first.
const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 60 })
  .map((points) => String.fromCodePoint(...points))

test('making harmless twice changes nothing more, and the cut is kept', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, max) => {
      const once = inert(text, max)
      expect([...once.text].length).toBeLessThanOrEqual(max)
      expect(inert(once.text, max)).toEqual({ text: once.text, marked: false })
    }),
  )
})
