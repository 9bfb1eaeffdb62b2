import { expect, test } from 'vitest'
import { whatDiffers } from './what-differs.ts'

test('only what was changed is sent, in lists and parts too', () => {
  const known = { name: 'Yard', hours: [1, 2], need: { kind: 'full' }, locationId: null }
  const typed = { name: 'Yard', hours: [1, 3], need: { kind: 'full' }, locationId: null }
  expect(whatDiffers(typed, known)).toEqual({ hours: [1, 3] })
  expect(whatDiffers(known, known)).toEqual({})
})
