import { describe, expect, it } from 'vitest'
import type { ReportSchedule } from '../../../../shared/domain/report/schedule.ts'
import { newScheduleForm, scheduleFlaws } from './schedule-form.ts'
import { scheduleState } from './schedule-state.ts'

const timeZone = 'Europe/Stockholm'
const midnight = Date.parse('2026-11-26T23:00:00Z')
const schedule: ReportSchedule = {
  ...{ id: 's', presetId: 'p', every: 'day', atTime: '06:00', folder: '/srv/books' },
  ...{ fileNamePattern: '{name} {period}.csv', lastDoneUntil: midnight, lastFile: null },
  ...{ lastError: null, lastFailure: null, failedAt: null, pausedAt: null },
  ...{ createdAt: 0, updatedAt: 0 },
}

describe('a schedule', () => {
  it('waits for its hour on the day after the period has ended', () => {
    const sixTomorrow = Date.parse('2026-11-28T05:00:00Z')
    expect(scheduleState(schedule, { timeZone, now: sixTomorrow - 1 })).toEqual({
      state: 'waiting',
      nextAt: sixTomorrow,
    })
    expect(scheduleState(schedule, { timeZone, now: sixTomorrow }).state).toBe('late')
  })

  it('is told to rest before it is told to be late, and to have failed before it waits', () => {
    const failed = { ...schedule, lastError: 'The disk is full.' }
    expect(scheduleState(failed, { timeZone, now: midnight }).state).toBe('failed')
    expect(scheduleState({ ...failed, pausedAt: 1 }, { timeZone, now: midnight }).state).toBe(
      'paused',
    )
  })
})

describe('a schedule that is filled in', () => {
  const form = newScheduleForm('p', '2026-11-27')

  it('needs a folder once, and then only another one', () => {
    expect(scheduleFlaws(form, null)).toEqual(['folder'])
    expect(scheduleFlaws({ ...form, chosen: { ticket: 't', path: '/srv' } }, null)).toEqual([])
    expect(scheduleFlaws(form, schedule)).toEqual([])
  })

  it('needs a report, a time of day, and a name of its own for each file', () => {
    const bare = { ...form, presetId: null, atTime: 'noon', fileNamePattern: 'all.csv' }
    expect(scheduleFlaws(bare, schedule)).toEqual(['preset', 'atTime', 'pattern'])
  })
})
