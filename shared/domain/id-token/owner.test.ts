import { expect, test } from 'vitest'
import { customerOfToken } from './owner.ts'

test('a vehicle’s token is its customer’s, another its own', () => {
  expect(customerOfToken({ customerId: 'a' }, { customerId: 'b' })).toBe('b')
  expect(customerOfToken({ customerId: 'a' }, { customerId: null })).toBe('a')
  expect(customerOfToken({ customerId: 'a' }, undefined)).toBe('a')
  expect(customerOfToken({ customerId: null }, undefined)).toBeNull()
})
