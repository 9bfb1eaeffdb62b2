import fc from 'fast-check'
import { expect, test } from 'vitest'
import { id, uuidV7 } from './id.ts'

const tenBytes = fc.uint8Array({ minLength: 10, maxLength: 10 })
const anInstant = fc.integer({ min: 0, max: 2 ** 47 })

test('an id is a valid UUID of version 7', () => {
  fc.assert(
    fc.property(anInstant, tenBytes, (now, random) => {
      const made = uuidV7(now, random)
      expect(id.safeParse(made).success).toBe(true)
      expect(made[14]).toBe('7')
    }),
  )
})

test('ids sort by the instant they were made at', () => {
  fc.assert(
    fc.property(anInstant, anInstant, tenBytes, tenBytes, (a, b, first, second) => {
      fc.pre(a < b)
      expect(uuidV7(a, first) < uuidV7(b, second)).toBe(true)
    }),
  )
})

test('too little randomness is refused loudly', () => {
  expect(() => uuidV7(0, new Uint8Array(9))).toThrow(RangeError)
})
