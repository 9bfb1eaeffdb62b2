import { expect, test } from 'vitest'
import { afterKey, canBePin, digitsOf } from './typed-pin.ts'

test('only digits count, and no more than eight', () => {
  expect(digitsOf('12a3 4')).toBe('1234')
  expect(digitsOf('123456789')).toBe('12345678')
})

test('a key adds a digit or takes the last away', () => {
  expect(afterKey('12', '3')).toBe('123')
  expect(afterKey('12345678', '9')).toBe('12345678')
  expect(afterKey('12', 'Backspace')).toBe('1')
  expect(afterKey('', 'Backspace')).toBe('')
  expect(afterKey('12', 'a')).toBeUndefined()
  expect(afterKey('12', 'Enter')).toBeUndefined()
})

test('four digits can be a PIN', () => {
  expect(canBePin('123')).toBe(false)
  expect(canBePin('1234')).toBe(true)
})
