import { expect, test } from 'vitest'
import { findChoices } from './fleet-choices.ts'

const options = [
  { value: 'a', label: 'ABC 123 · Van 1' },
  { value: 'b', label: 'DEF-456' },
]
const found = (search: string) =>
  findChoices({ options, search, limit: 10 }).map((option) => 'value' in option && option.value)

test('a vehicle is found by its plate however that is written, and by its name', () => {
  expect(found('abc123')).toEqual(['a'])
  expect(found('f 45')).toEqual(['b'])
  expect(found('van')).toEqual(['a'])
  expect(found('')).toEqual(['a', 'b'])
  expect(found('xyz')).toEqual([])
})
