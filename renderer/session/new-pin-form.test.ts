import { expect, test } from 'vitest'
import { emptyNewPin, newPinFlaws } from './new-pin-form.ts'

test('a PIN of four to eight digits that was typed twice alike may be sent', () => {
  expect(newPinFlaws({ old: null, pin: '2468', again: '2468' })).toEqual([])
  expect(newPinFlaws({ old: '9021', pin: '13572468', again: '13572468' })).toEqual([])
})

test('what is tried first is no PIN', () => {
  expect(newPinFlaws({ ...emptyNewPin, pin: '1234', again: '1234' })).toEqual(['easy'])
  expect(newPinFlaws({ ...emptyNewPin, pin: '7777', again: '7777' })).toEqual(['easy'])
})

test('a short one, two that differ and a missing old one are told apart', () => {
  expect(newPinFlaws({ ...emptyNewPin, pin: '246', again: '246' })).toEqual(['length'])
  expect(newPinFlaws({ ...emptyNewPin, pin: '2468', again: '2469' })).toEqual(['again'])
  expect(newPinFlaws({ old: '', pin: '2468', again: '2468' })).toEqual(['old'])
})
