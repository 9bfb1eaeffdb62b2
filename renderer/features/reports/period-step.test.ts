import { describe, expect, it } from 'vitest'
import type { ReportPeriod } from '../../../shared/domain/report/period.ts'
import { chosenAs, daysOf, hasNext, periodAt, stepped } from './period-step.ts'

const timeZone = 'Europe/Stockholm'
const clock = { timeZone, now: Date.parse('2026-11-27T14:00:00Z') }
const thisMonth: ReportPeriod = { is: 'ago', unit: 'month', ago: 0 }

describe('a period that is stepped through', () => {
  it('goes from this month to the last one and on to those before, which stay what they are', () => {
    const last = stepped(thisMonth, -1, clock)
    expect(last).toEqual({ is: 'ago', unit: 'month', ago: 1 })
    const before = stepped(last, -1, clock)
    expect(before).toEqual({ is: 'calendar', unit: 'month', day: '2026-09-30' })
    expect(daysOf(before, clock)).toEqual({ firstDay: '2026-09-01', lastDay: '2026-09-30' })
  })

  it('comes back to the month that runs, and not beyond it', () => {
    expect(stepped({ is: 'ago', unit: 'month', ago: 1 }, 1, clock)).toEqual(thisMonth)
    expect(hasNext(thisMonth, clock)).toBe(false)
    expect(hasNext({ is: 'ago', unit: 'month', ago: 1 }, clock)).toBe(true)
  })

  it('leaves neither a day out nor takes one twice, over the new year and the change of the clocks', () => {
    for (const unit of ['day', 'week', 'month', 'quarter', 'year'] as const) {
      let period: ReportPeriod = { is: 'ago', unit, ago: 0 }
      for (let step = 0; step < 40; step += 1) {
        const before = stepped(period, -1, clock)
        const after = Temporal.PlainDate.from(daysOf(before, clock).lastDay).add({ days: 1 })
        expect(after.toString()).toBe(daysOf(period, clock).firstDay)
        period = before
      }
    }
  })

  it('moves days of one’s own by as many as there are', () => {
    const days: ReportPeriod = { is: 'days', firstDay: '2026-11-01', lastDay: '2026-11-10' }
    expect(stepped(days, 1, clock)).toEqual({
      is: 'days',
      firstDay: '2026-11-11',
      lastDay: '2026-11-20',
    })
  })
})

describe('a period that is chosen as something else', () => {
  it('keeps to today where today lies in it', () => {
    expect(chosenAs('day', thisMonth, clock)).toEqual({ is: 'ago', unit: 'day', ago: 0 })
    expect(chosenAs('year', thisMonth, clock)).toEqual({ is: 'ago', unit: 'year', ago: 0 })
  })

  it('begins where it began otherwise', () => {
    const july: ReportPeriod = { is: 'calendar', unit: 'month', day: '2026-07-14' }
    expect(chosenAs('day', july, clock)).toEqual({ is: 'calendar', unit: 'day', day: '2026-07-01' })
    expect(chosenAs('days', july, clock)).toEqual({
      is: 'days',
      firstDay: '2026-07-01',
      lastDay: '2026-07-31',
    })
  })

  it('takes the last week of the year for what it is', () => {
    expect(periodAt('week', '2027-01-02', clock)).toEqual({
      is: 'calendar',
      unit: 'week',
      day: '2027-01-02',
    })
    expect(daysOf(periodAt('week', '2027-01-02', clock), clock)).toEqual({
      firstDay: '2026-12-28',
      lastDay: '2027-01-03',
    })
  })
})
