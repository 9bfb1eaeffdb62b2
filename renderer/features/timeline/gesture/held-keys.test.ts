import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import { heldIntentOf, movedTarget } from './held-keys.ts'

const press = (key: string, shiftKey = false) =>
  heldIntentOf({ key, shiftKey, ctrlKey: false, metaKey: false, altKey: false })
const rows = ['a/1', 'a/2', 'b/1']
const after = (...intents: ReturnType<typeof press>[]) =>
  intents.reduce(
    (target, intent) => (intent === null ? target : movedTarget(target, intent, rows)),
    { at: 0, placeKey: 'a/2' as string | null },
  )

test('arrows move what is held by a quarter of an hour, with Shift by an hour, up and down by a row', () => {
  expect(after(press('ArrowRight'))).toEqual({ at: 15 * MINUTE, placeKey: 'a/2' })
  expect(after(press('ArrowLeft', true))).toEqual({ at: -HOUR, placeKey: 'a/2' })
  expect(after(press('ArrowDown'))).toEqual({ at: 0, placeKey: 'b/1' })
})

test('the rows end at the first and the last', () => {
  expect(after(press('ArrowUp'), press('ArrowUp'), press('ArrowUp')).placeKey).toBe('a/1')
  expect(after(press('ArrowDown'), press('ArrowDown')).placeKey).toBe('b/1')
})

test('what has no row yet comes to the first', () => {
  const down = press('ArrowDown')
  if (down === null) throw new Error('no key')
  expect(movedTarget({ at: 0, placeKey: null }, down, rows).placeKey).toBe('a/1')
})

test('Enter puts it down, Escape lets go, other keys are not for it', () => {
  expect(press('Enter')).toEqual({ kind: 'drop' })
  expect(press('Escape')).toEqual({ kind: 'letGo' })
  expect(press('x')).toBeNull()
  expect(
    heldIntentOf({
      key: 'ArrowLeft',
      shiftKey: false,
      ctrlKey: true,
      metaKey: false,
      altKey: false,
    }),
  ).toBeNull()
})
