import { expect, test } from 'vitest'
import { intentOf } from './keys.ts'

const bare = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

test('arrows walk from bar to bar, with Shift they move the time', () => {
  expect(intentOf({ ...bare, key: 'ArrowUp' })).toEqual({ kind: 'walk', direction: 'up' })
  expect(intentOf({ ...bare, key: 'Home' })).toEqual({ kind: 'walk', direction: 'first' })
  expect(intentOf({ ...bare, key: 'ArrowRight', shiftKey: true })).toMatchObject({ kind: 'pan' })
})

test('Enter opens, Escape closes, Space chooses', () => {
  expect(['Enter', 'Escape', ' '].map((key) => intentOf({ ...bare, key })?.kind)).toEqual([
    'open',
    'close',
    'toggle',
  ])
})

test('plus zooms in and minus out, on any keyboard', () => {
  expect(intentOf({ ...bare, key: '+', shiftKey: true })).toMatchObject({ kind: 'zoom' })
  const wider = intentOf({ ...bare, key: '-' })
  expect(wider?.kind === 'zoom' && wider.factor < 1).toBe(true)
})

test('Ctrl+A selects all; other keys with Ctrl or Alt belong to the window', () => {
  expect(intentOf({ ...bare, key: 'a', ctrlKey: true })).toEqual({ kind: 'selectAll' })
  expect(intentOf({ ...bare, key: 'k', ctrlKey: true })).toBeNull()
  expect(intentOf({ ...bare, key: 'ArrowLeft', altKey: true })).toBeNull()
  expect(intentOf({ ...bare, key: 'constructor' })).toBeNull()
})
