import { expect, test } from 'vitest'
import { CAPTURE_AHEAD_MS, captureEarlyMinor, captureRefusal } from './capturing.ts'
import { aBill, aPayment } from './payment-fixture.ts'

const NOW = Date.UTC(2026, 10, 2, 13)
const held = aPayment({
  state: 'held',
  capture: 'manual',
  amountMinor: 20_000,
  captureBefore: NOW + CAPTURE_AHEAD_MS,
})
const running = aBill({ state: 'running', inclMinor: 4_500 })

test('no more is taken than is held, and only while it is held', () => {
  expect(captureRefusal(held, 20_000)).toBeNull()
  expect(captureRefusal(held, 20_001)).toEqual({ code: 'aboveHeld', heldMinor: 20_000 })
  expect(captureRefusal({ ...held, state: 'paid' }, 1)).toEqual({ code: 'notHeld', state: 'paid' })
})

test('before the bank lets a hold go, what the stay has come to is taken of it', () => {
  expect(captureEarlyMinor(held, running, NOW)).toBe(4_500)
  expect(captureEarlyMinor(held, { ...running, inclMinor: 50_000 }, NOW)).toBe(20_000)
  expect(captureEarlyMinor(held, { ...running, paidMinor: 4_000 }, NOW)).toBe(500)
})

test('it is left while there is time, while less is owed than a card can be charged, and once the stay is over', () => {
  expect(captureEarlyMinor(held, running, NOW - 1)).toBeNull()
  expect(captureEarlyMinor(held, { ...running, inclMinor: 299 }, NOW)).toBeNull()
  expect(captureEarlyMinor(held, { ...running, state: 'final' }, NOW)).toBeNull()
})
