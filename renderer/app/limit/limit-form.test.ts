import { expect, test } from 'vitest'
import { emptyLimit, limitFlaws, limitWish } from './limit-form.ts'

const timeZone = 'Europe/Stockholm'
const now = Date.UTC(2026, 5, 1, 12, 7)
const form = { ...emptyLimit(now, timeZone), limitKw: '80' }

test('a limit lasts an hour, to the next quarter, unless told otherwise', () => {
  expect(form.until).toBe('2026-06-01T15:15')
  expect(limitFlaws(form, now, timeZone)).toEqual([])
  expect(limitWish({ ...form, reason: ' Nätbolaget ' }, timeZone)).toEqual({
    limitW: 80_000,
    until: Date.UTC(2026, 5, 1, 13, 15),
    reason: 'Nätbolaget',
  })
})

test('nothing at all is a limit, no power is none', () => {
  expect(limitFlaws({ ...form, limitKw: '0' }, now, timeZone)).toEqual([])
  for (const limitKw of ['', 'x', '-1', '100001'])
    expect(limitFlaws({ ...form, limitKw }, now, timeZone)).toEqual(['limitKw'])
})

test('its end lies ahead', () => {
  for (const until of ['2026-06-01T14:07', '2026-06-01T', 'x'])
    expect(limitFlaws({ ...form, until }, now, timeZone)).toEqual(['until'])
})
