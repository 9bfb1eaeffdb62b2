import { expect, test } from 'vitest'
import { isTrifle } from './trifle.ts'

const due = (dueMinor: number, currency = 'SEK') => ({ dueMinor, currency })

test('less than a card can be charged isn’t asked of who pays on the phone', () => {
  expect(isTrifle(due(299), 'online')).toBe(true)
  expect(isTrifle(due(300), 'online')).toBe(false)
  expect(isTrifle(due(49, 'EUR'), 'online')).toBe(true)
})

test('what cash rounds to nothing isn’t asked for at the desk', () => {
  expect(isTrifle(due(49), 'atDesk')).toBe(true)
  expect(isTrifle(due(50), 'atDesk')).toBe(false)
  expect(isTrifle(due(1, 'EUR'), 'atDesk')).toBe(false)
})

test('nothing left, and what goes back, is none', () => {
  for (const dueMinor of [0, -5]) expect(isTrifle(due(dueMinor), 'online')).toBe(false)
})
