import { expect, test } from 'vitest'
import { heldUntilOf } from './held-until.ts'

test('a place is held for its money or for a yes, a change for its money', () => {
  for (const state of ['unpaid', 'offered'] as const)
    expect(heldUntilOf({ state, lapse: null, holdUntil: 9 })).toBe(9)
  const lapse = {
    ...{ until: 7, arrivesAt: 0, departsAt: 1, stationId: 'a', connectorId: 1, depositMinor: 0 },
    ...{ need: { kind: 'full' as const }, isFlexible: false },
  }
  expect(heldUntilOf({ state: 'agreed', lapse, holdUntil: null })).toBe(7)
})

test('nothing is held for who waits in line, nor for what is agreed or over', () => {
  for (const state of ['waiting', 'agreed', 'over'] as const)
    expect(heldUntilOf({ state, lapse: null, holdUntil: 9 })).toBeNull()
})
