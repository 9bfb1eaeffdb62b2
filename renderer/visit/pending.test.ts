import { expect, test } from 'vitest'
import type { VisitLapse } from '../../shared/domain/visit/visit.ts'
import { isPending, pendingCount } from './pending.ts'

const lapse: VisitLapse = {
  ...{ until: 10, arrivesAt: 0, departsAt: 5, stationId: 'a', connectorId: 1 },
  need: { kind: 'full' },
  isFlexible: false,
  depositMinor: 0,
}

test('who waits for a place, a yes or money is pending, and so is a change that isn’t paid', () => {
  for (const state of ['waiting', 'offered', 'unpaid'] as const)
    expect(isPending({ state, lapse: null })).toBe(true)
  expect(isPending({ state: 'agreed', lapse: null })).toBe(false)
  expect(isPending({ state: 'agreed', lapse })).toBe(true)
  expect(isPending({ state: 'over', lapse: null })).toBe(false)
})

test('all of them are counted', () => {
  const all = (['waiting', 'agreed', 'unpaid', 'over'] as const).map((state) => ({
    state,
    lapse: null,
  }))
  expect(pendingCount(all)).toBe(2)
})
