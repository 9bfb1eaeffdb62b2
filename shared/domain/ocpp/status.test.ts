import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { heartbeatInterval } from './heartbeat-interval.ts'
import { isReplayedStatus, statusBegan } from './status.ts'

const now = Date.UTC(2026, 5, 1)

test('a status began when the charger says, unless it says nothing or its clock can’t be right', () => {
  expect(statusBegan(now - HOUR, now)).toBe(now - HOUR)
  expect(statusBegan(null, now)).toBe(now)
  expect(statusBegan(0, now)).toBe(now)
  expect(statusBegan(now + 2 * HOUR, now)).toBe(now)
})

const sent = (began: number, connectedAt = now - MINUTE) => ({
  began,
  receivedAt: now,
  connectedAt,
})

test('an old status sent late does not overwrite a newer one', () => {
  expect(isReplayedStatus(sent(now - HOUR), now - MINUTE)).toBe(true)
  expect(isReplayedStatus(sent(now - 5 * MINUTE), now - 4 * MINUTE)).toBe(true)
  expect(isReplayedStatus(sent(now - HOUR), now - 2 * HOUR)).toBe(false)
  expect(isReplayedStatus(sent(now - HOUR), null)).toBe(false)
})

test('a charger whose clock was set back is still believed', () => {
  expect(isReplayedStatus(sent(now), now + 50 * MINUTE)).toBe(false)
  // By five minutes while it was connected: what it says is stamped before its last word, but not before it came.
  expect(isReplayedStatus(sent(now - 5 * MINUTE, now - HOUR), now - MINUTE)).toBe(false)
})

test('heartbeat intervals differ between chargers within a fifth, and stay with each', () => {
  const intervals = Array.from({ length: 500 }, (_, index) => heartbeatInterval(`CP${index}`))
  expect(Math.min(...intervals)).toBeGreaterThanOrEqual(270)
  expect(Math.max(...intervals)).toBeLessThanOrEqual(330)
  expect(new Set(intervals).size).toBeGreaterThan(40)
  expect(heartbeatInterval('CP7')).toBe(intervals[7])
})
