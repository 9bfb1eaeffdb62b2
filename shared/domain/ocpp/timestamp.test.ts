import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTimestamp, readTimestamp } from './timestamp.ts'

const noon = Date.UTC(2026, 2, 29, 12, 0, 0)

test.each([
  ['2026-03-29T12:00:00Z', null],
  ['2026-03-29T12:00:00.000Z', null],
  ['2026-03-29T14:00:00+02:00', null],
  ['2026-03-29T12:00:00', 'zoneAssumedUtc'],
  ['2026-03-29 12:00:00', 'zoneAssumedUtc'],
  ['2026-03-29T12:00', 'zoneAssumedUtc'],
  ['2026-03-29T14:00:00+0200', 'rewritten'],
  ['2026-03-29T14:00:00+02', 'rewritten'],
  ['2026-03-29 12:00:00Z', 'rewritten'],
  ['2026-03-29t12:00:00z', 'rewritten'],
  ['2026-03-29T12:00:00,000Z', 'rewritten'],
  ['  2026-03-29T12:00:00Z ', 'rewritten'],
] as const)('%s is noon UTC, repaired: %s', (text, repaired) => {
  expect(readTimestamp(text)).toEqual({ at: noon, repaired })
})

test.each([
  '',
  'yesterday',
  '2026-02-30T12:00:00Z',
  '2026-13-01T12:00:00Z',
  '2026-03-29T25:00:00Z',
  '2026-03-29T12:61:00Z',
  '0050-01-01T00:00:00Z',
  '2026-03-29T12:00:00+99:00',
  '1774785600',
])('%j names no moment', (text) => {
  expect(readTimestamp(text)).toBeUndefined()
  expect(isTimestamp(text)).toBe(false)
})

test('a leap second is the second after', () => {
  expect(readTimestamp('2016-12-31T23:59:60Z')?.at).toBe(Date.UTC(2017, 0, 1))
})

test('what an instant is written as is read as that instant', () => {
  const millis = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2100, 0, 1) })
  fc.assert(
    fc.property(millis, (at) => {
      const text = new Date(at).toISOString()
      expect(isTimestamp(text)).toBe(true)
      expect(readTimestamp(text)?.at).toBe(at)
    }),
  )
})

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      readTimestamp(text)
    }),
  )
})
