import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holderOfPlate } from './plate.ts'
import { plateKey } from './plate-key.ts'

const van = { id: 'van', plate: 'ABC 123', archivedAt: null }

test('a plate is taken however it is written', () => {
  for (const plate of ['ABC 123', 'abc123', 'ABC-123', ' a b c·1.2.3 '])
    expect(holderOfPlate([van], plate, null)).toBe(van)
  expect(holderOfPlate([van], 'ABC 124', null)).toBeUndefined()
})

test('a vehicle is not in the way of its own plate, nor is one put aside', () => {
  expect(holderOfPlate([van], 'abc123', 'van')).toBeUndefined()
  expect(holderOfPlate([{ ...van, archivedAt: 1 }], 'ABC 123', null)).toBeUndefined()
})

test('what stands between the characters of a plate never tells two plates apart', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...'abcåäöABC0189'), { minLength: 1, maxLength: 10 }),
      fc.constantFrom('', ' ', '-', '·', '.'),
      (characters, between) => {
        expect(plateKey(characters.join(between))).toBe(plateKey(characters.join('')))
      },
    ),
  )
})
