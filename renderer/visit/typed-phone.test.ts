import { expect, test } from 'vitest'
import { typedPhone } from './typed-phone.ts'

test('a number is one however it is written, and a plate is none', () => {
  expect(typedPhone('070-555 01')).toBe(typedPhone('07055501'))
  expect(typedPhone('070-555 01')).not.toBe('')
  expect(typedPhone('ABC 123')).toBe('')
})
