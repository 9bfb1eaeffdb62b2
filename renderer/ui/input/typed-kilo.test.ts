import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kiloText, typedKilo } from './typed-kilo.ts'

test('thousands are typed with point or comma, and nothing typed is nothing', () => {
  expect(typedKilo('200')).toBe(200_000)
  expect(typedKilo('11,04')).toBe(11_040)
  expect(typedKilo(' 1 100.5 ')).toBe(1_100_500)
  expect(typedKilo('  ')).toBeNull()
  expect(typedKilo('eleven')).toBeUndefined()
})

test('what is shown of a number is the number when it is typed again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000 }), (ones) => {
      expect(typedKilo(kiloText(ones))).toBe(ones)
      expect(typedKilo(kiloText(ones).replace('.', ','))).toBe(ones)
    }),
  )
})
