import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { pinRefusalOf } from './pin-refusal.ts'

test('a wrong PIN says how many tries are left, and the wait that came with it', () => {
  const data = { triesLeft: 3, lockedUntil: null }
  expect(pinRefusalOf(new ORPCError('PIN_WRONG', { data }))).toEqual(data)
  const last = { triesLeft: 0, lockedUntil: 1_000 }
  expect(pinRefusalOf(new ORPCError('PIN_WRONG', { data: last }))).toEqual(last)
})

test('who is locked out is told until when', () => {
  expect(pinRefusalOf(new ORPCError('LOCKED_OUT', { data: { until: 5_000 } }))).toEqual({
    ...{ triesLeft: 0, lockedUntil: 5_000 },
  })
})

test('any other failure is not about the PIN', () => {
  expect(pinRefusalOf(new ORPCError('HUB_LOST'))).toBeNull()
  expect(pinRefusalOf(null)).toBeNull()
})
