import { expect, test } from 'vitest'
import { handIntentOf } from './hand-keys.ts'

const bare = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }

test('M picks a bar up, C a copy of it, A and D take it by an end, Delete asks to cancel it', () => {
  const kinds = ['m', 'C', 'a', 'd', 'Delete'].map((key) => handIntentOf({ key, ...bare }))
  expect(kinds).toEqual([
    { kind: 'pickUp', copy: false },
    { kind: 'pickUp', copy: true },
    { kind: 'resize', end: 'arrival' },
    { kind: 'resize', end: 'departure' },
    { kind: 'cancel' },
  ])
})

test('with Ctrl or Alt a key is not for the bars, nor is any other key', () => {
  expect(handIntentOf({ key: 'a', ...bare, ctrlKey: true })).toBeNull()
  expect(handIntentOf({ key: 'm', ...bare, altKey: true })).toBeNull()
  expect(handIntentOf({ key: 'constructor', ...bare })).toBeNull()
})
