import { expect, test } from 'vitest'
import { journalQueryOf, periodOf, periodText } from './journal-query.ts'

const now = Date.parse('2026-03-29T10:00:00Z')

test('a day is the site’s own, with 23 hours when the clocks go forward', () => {
  const { from = 0, until = 0 } = journalQueryOf({ period: 'today' }, now, 'Europe/Stockholm')
  expect(until - from).toBe(23 * 3_600_000)
  expect(new Date(from).toISOString()).toBe('2026-03-28T23:00:00.000Z')
})

test('any time is asked without ends, and the rest as it stands', () => {
  expect(journalQueryOf({ actor: 'Kim', noun: 'booking' }, now, 'UTC')).toEqual({
    ...{ actor: 'Kim', noun: 'booking' },
  })
})

test('a period leads to its text and back; what can’t be read is any time', () => {
  const own = { first: '2026-03-01', last: '2026-03-04' }
  for (const period of ['today', 'lastMonth', own] as const)
    expect(periodOf(periodText(period))).toEqual(period)
  expect(periodText('all')).toBe('')
  for (const text of ['', 'never', '2026-02-30..2026-03-01', '1..2'])
    expect(periodOf(text)).toBe('all')
})
