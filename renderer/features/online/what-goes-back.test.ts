import { expect, test } from 'vitest'
import { whatGoesBack } from './what-goes-back.ts'

test('what was paid goes back, what is held is let go, who is asked isn’t any more', () => {
  expect(whatGoesBack({ paidMinor: 12_000, heldMinor: 0 }, [{ state: 'paid' }])).toEqual({
    ...{ paidMinor: 12_000, heldMinor: 0, isAsked: false },
  })
  expect(whatGoesBack({ paidMinor: 0, heldMinor: 5_000 }, [{ state: 'open' }])).toEqual({
    ...{ paidMinor: 0, heldMinor: 5_000, isAsked: true },
  })
})

test('without a bill nothing does', () => {
  expect(whatGoesBack(null, [])).toEqual({ paidMinor: 0, heldMinor: 0, isAsked: false })
})
