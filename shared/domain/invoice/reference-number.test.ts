import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isReferenceNumber, referenceNumber } from './reference-number.ts'

test('a reference is the number and a check digit by modulus 10', () => {
  expect(referenceNumber(1001)).toBe('10017')
  // The worked figure of the Luhn algorithm.
  expect(referenceNumber(7_992_739_871)).toBe('79927398713')
  expect(isReferenceNumber('79927398713')).toBe(true)
})

test('one digit typed wrong is noticed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999 }), fc.nat(), fc.nat(8), (number, at, by) => {
      const digits = referenceNumber(number).split('')
      const place = at % digits.length
      digits[place] = String((Number(digits[place]) + 1 + by) % 10)
      expect(isReferenceNumber(digits.join(''))).toBe(false)
    }),
  )
})
