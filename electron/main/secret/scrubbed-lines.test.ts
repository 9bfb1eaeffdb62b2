import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scrubbedLines } from './scrubbed-lines.ts'

const KEY = 'rk_live_51QabcDEFghiJKL0mnOP'
const printed = `Uncaught Error: no\n  headers: { authorization: 'Bearer ${KEY}' }\nåäö ⚡\nlast, ${KEY}`

test('however a text is cut up, it comes out whole but for the key', () => {
  const bytes = Buffer.from(printed)
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(bytes.length)), (cuts) => {
      let written = ''
      const lines = scrubbedLines((text) => (written += text))
      let from = 0
      for (const cut of [...cuts.toSorted((a, b) => a - b), bytes.length]) {
        lines.take(bytes.subarray(from, cut))
        from = cut
      }
      lines.end()
      expect(written).toBe(printed.replaceAll(KEY, 'rk_live_***'))
    }),
  )
})

test('a line is passed on as soon as it has ended', () => {
  const written: string[] = []
  const lines = scrubbedLines((text) => written.push(text))
  lines.take(Buffer.from('one\ntw'))
  expect(written).toEqual(['one\n'])
  lines.take(Buffer.from('o\n'))
  expect(written).toEqual(['one\n', 'two\n'])
})
