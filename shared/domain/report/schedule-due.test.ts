import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '../../time/instant.ts'
import { stretchOf } from './period.ts'
import { dueFile, fileNameOf, isUniquePattern } from './schedule-due.ts'

const timeZone = 'Europe/Stockholm'
const startOf = (day: string) =>
  stretchOf({ is: 'calendar', unit: 'day', day }, { timeZone, now: 0 }).fromAt

type Told = Parameters<typeof dueFile>[0]
const schedule = (told: Partial<Told> = {}): Told => ({
  ...{ every: 'day', atTime: '06:00', fileNamePattern: '{name} {period}.csv', pausedAt: null },
  lastDoneUntil: startOf('2026-03-28'),
  ...told,
})
const due = (told: Told, now: number) => dueFile(told, 'Bokföring', { timeZone, now })

describe('a file that is made each day', () => {
  test('is due at its hour of the day after, by the clock on the wall', () => {
    const six = startOf('2026-03-29') + 5 * HOUR // summer time has begun in between
    expect(due(schedule(), six - 1)).toBeNull()
    expect(due(schedule(), six)).toEqual({
      stretch: { fromAt: startOf('2026-03-28'), untilAt: startOf('2026-03-29') },
      fileName: 'Bokföring 2026-03-28.csv',
    })
  })

  test('is made up for after being off: each day once, in order, without a hole', () => {
    const names: string[] = []
    let at = schedule()
    for (;;) {
      const next = due(at, startOf('2026-04-01') + 12 * HOUR)
      if (next === null) break
      expect(next.stretch.fromAt).toBe(at.lastDoneUntil)
      names.push(next.fileName)
      at = { ...at, lastDoneUntil: next.stretch.untilAt }
    }
    expect(names).toEqual(['28', '29', '30', '31'].map((day) => `Bokföring 2026-03-${day}.csv`))
    expect(at.lastDoneUntil).toBe(startOf('2026-04-01'))
  })

  test('leaves no hole where the site’s clock is another by now: it begins where the last one ended', () => {
    const moved = schedule({ lastDoneUntil: Date.UTC(2026, 2, 28) })
    expect(due(moved, Date.UTC(2026, 3, 5))?.stretch).toEqual({
      fromAt: Date.UTC(2026, 2, 28),
      untilAt: startOf('2026-03-29'),
    })
  })

  test('rests while it is to', () => {
    expect(due(schedule({ pausedAt: 1 }), Date.UTC(2026, 5, 1))).toBeNull()
  })
})

test('a file that is made each month is due on the first of the next, and is called by the month', () => {
  const monthly = schedule({ every: 'month', lastDoneUntil: startOf('2026-10-01') })
  expect(due(monthly, startOf('2026-11-01') + 6 * HOUR - 1)).toBeNull()
  expect(due(monthly, startOf('2026-11-01') + 6 * HOUR)).toEqual({
    stretch: { fromAt: startOf('2026-10-01'), untilAt: startOf('2026-10-01') + 31 * DAY + HOUR },
    fileName: 'Bokföring 2026-10.csv',
  })
})

describe('a file’s name', () => {
  test('leads into no other folder and hides nothing', () => {
    const name = (told: string) => fileNameOf('{name} {period}', { name: told, period: '2026-03' })
    expect(name('../../etc/passwd')).toBe('etc-passwd 2026-03.csv')
    expect(name('C:\\x|y')).toBe('C-x-y 2026-03.csv')
    expect(name('a\u202eb\u0000')).toBe('a-b- 2026-03.csv')
    expect(fileNameOf('{period}.CSV', { name: '', period: '2026-03' })).toBe('2026-03.csv')
  })

  test('is its period’s alone, or the pattern is refused', () => {
    expect(isUniquePattern('{name}.csv')).toBe(false)
    expect(isUniquePattern('x-{period}')).toBe(true)
    const one = { period: '2026-03', name: 'x'.repeat(500) }
    expect(fileNameOf('{name} {period}', one)).toMatch(/2026-03\.csv$/)
  })
})
