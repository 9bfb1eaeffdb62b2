import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newPin, typedPin } from './pin.ts'

const digit = fc.integer({ min: 0, max: 9 })
const aLength = fc.integer({ min: 4, max: 8 })
const takes = (pin: string) => newPin.safeParse(pin).success

test('a PIN is 4 to 8 digits and nothing else', () => {
  fc.assert(
    fc.property(fc.array(digit, { maxLength: 12 }), (digits) => {
      const fits = digits.length >= 4 && digits.length <= 8
      expect(typedPin.safeParse(digits.join('')).success).toBe(fits)
    }),
  )
  for (const odd of ['', '12a4', '1357 ', '-1357', '1357\n', '１３５７', '13.57'])
    expect(typedPin.safeParse(odd).success).toBe(false)
})

test('the same digit again and again is refused, and so are digits in order, up or down', () => {
  fc.assert(
    fc.property(digit, aLength, fc.constantFrom(-1, 0, 1), (first, length, step) => {
      const digits = Array.from({ length }, (_, index) => first + step * index)
      fc.pre(digits.every((each) => each >= 0 && each <= 9))
      expect(takes(digits.join(''))).toBe(false)
    }),
  )
})

test('any other is taken', () => {
  fc.assert(
    fc.property(fc.array(digit, { minLength: 4, maxLength: 8 }), (digits) => {
      const steps = new Set(digits.slice(1).map((each, index) => each - (digits[index] ?? 0)))
      const [only] = steps
      const isRun = steps.size === 1 && only !== undefined && Math.abs(only) <= 1
      expect(takes(digits.join(''))).toBe(!isRun)
    }),
  )
  expect(['1350', '1212', '8901', '1235'].map(takes)).toEqual([true, true, true, true])
})
