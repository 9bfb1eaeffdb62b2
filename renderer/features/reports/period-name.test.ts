import { expect, it } from 'vitest'
import type { ReportPeriod } from '../../../shared/domain/report/period.ts'
import { periodMark, periodName } from './period-name.ts'

const clock = { timeZone: 'Europe/Stockholm', now: Date.parse('2026-11-27T14:00:00Z') }
const words = {
  week: (week: number, year: number) => `Week ${week} ${year}`,
  quarter: (quarter: number, year: number) => `Q${quarter} ${year}`,
}
const newYear = { is: 'calendar', day: '2027-01-01' } as const

it.each<[ReportPeriod, string, string]>([
  [{ is: 'ago', unit: 'day', ago: 0 }, 'Friday 27 November 2026', '2026-11-27'],
  [{ is: 'ago', unit: 'month', ago: 1 }, 'October 2026', '2026-10'],
  [{ ...newYear, unit: 'week' }, 'Week 53 2026', '2026-w53'],
  [{ ...newYear, unit: 'quarter' }, 'Q1 2027', '2027-q1'],
  [{ ...newYear, unit: 'year' }, '2027', '2027'],
])('names %j as people do, and its file so that files stand in order', (period, name, mark) => {
  // Whether a comma stands after the weekday is for the words of the calendar to say.
  expect(periodName(period, clock, 'en', words).replace(',', '')).toBe(name)
  expect(periodMark(period, clock)).toBe(mark)
})

it('names days of one’s own from the first to the last', () => {
  const days: ReportPeriod = { is: 'days', firstDay: '2026-11-01', lastDay: '2026-11-10' }
  expect(periodName(days, clock, 'sv', words)).toMatch(/1.*10 nov\. 2026/)
  expect(periodMark(days, clock)).toBe('2026-11-01--2026-11-10')
})

it('names the same day everywhere, whatever the site’s distance from Greenwich', () => {
  const far = { timeZone: 'Pacific/Kiritimati', now: clock.now }
  const day: ReportPeriod = { is: 'calendar', unit: 'day', day: '2026-03-29' }
  expect(periodName(day, far, 'sv', words)).toBe('söndag 29 mars 2026')
})
