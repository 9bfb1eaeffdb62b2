import { expect, test } from 'vitest'
import { aVersion } from '../../../../shared/domain/tariff/tariff-fixture.ts'
import { nowAmong, versionSpans } from './version-spans.ts'

test('a version counts until it ends or the next begins', () => {
  const versions = [
    aVersion({ tariffId: 't', version: 3, validFrom: 30 }),
    aVersion({ tariffId: 't', version: 1, validFrom: 0 }),
    aVersion({ tariffId: 't', version: 2, validFrom: 10, validUntil: 20 }),
  ]
  const spans = (now: number) =>
    versionSpans(versions, now).map(({ version, state, endsAt }) => [
      version.version,
      state,
      endsAt,
    ])
  expect(spans(15)).toEqual([
    [1, 'past', 10],
    [2, 'now', 20],
    [3, 'ahead', null],
  ])
  expect(versionSpans([], 15)).toEqual([])
})

test('a version that a shorter one stood in for goes on after it', () => {
  const versions = [
    aVersion({ tariffId: 't', version: 1, validFrom: 0 }),
    aVersion({ tariffId: 't', version: 2, validFrom: 10, validUntil: 20 }),
    aVersion({ tariffId: 't', version: 3, validFrom: 40 }),
  ]
  const ends = (now: number) =>
    versionSpans(versions, now).find(({ state }) => state === 'now')?.endsAt
  expect([5, 15, 25, 45].map(ends)).toEqual([10, 20, 40, null])
})

test('what the hub made just now holds, although this desk’s clock is slow', () => {
  const made = aVersion({ tariffId: 't', validFrom: 100, createdAt: 100 })
  expect(versionSpans([made], nowAmong([made], 95))).toMatchObject([{ state: 'now' }])
  expect(nowAmong([made], 105)).toBe(105)
  expect(nowAmong([], 95)).toBe(95)
})
