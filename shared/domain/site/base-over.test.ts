import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../time/instant.ts'
import type { BaseLoad } from './base-load.ts'
import { baseOver } from './base-over.ts'
import type { SeriesStep } from './series.ts'

const timeZone = 'Europe/Stockholm'
const QUARTER = 15 * MINUTE
const at = (text: string): number =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).epochMilliseconds

const over = (
  baseLoad: BaseLoad,
  from: number,
  slots: number,
  { slotMs = QUARTER, series = [] as SeriesStep[] } = {},
) => baseOver({ site: { baseLoad, timeZone }, series, now: from }, from, slotMs, slots)

const hoursFrom = (startsAt: number, values: readonly number[]): SeriesStep[] =>
  values.map((value, hour) => ({
    startsAt: startsAt + hour * HOUR,
    endsAt: startsAt + (hour + 1) * HOUR,
    value,
  }))

test('a building that is not known draws nothing, a constant one always the same', () => {
  expect(over({ kind: 'none' }, 0, 2).baseW).toEqual([0, 0])
  expect(over({ kind: 'constant', powerW: 7_000 }, 0, 2)).toEqual({
    baseW: [7_000, 7_000],
    sources: ['told', 'told'],
  })
})

/** Each hour draws its own number of kW; at the weekend a hundred kW more. */
const profile: BaseLoad = {
  kind: 'profile',
  weekdayW: Array.from({ length: 24 }, (_, hour) => hour * 1_000),
  weekendW: Array.from({ length: 24 }, (_, hour) => 100_000 + hour * 1_000),
}

test('a profile goes by the site’s clock: Friday’s last hour, Saturday’s first', () => {
  const { baseW } = over(profile, at('2026-06-05T23:00'), 8)
  expect(baseW).toEqual([23, 23, 23, 23, 100, 100, 100, 100].map((kW) => kW * 1_000))
})

test('on the day the clocks go forward the hour they skip is left out; back, it comes twice', () => {
  const hours = (day: string, count: number) =>
    over(profile, at(`${day}T00:00`), count, { slotMs: HOUR }).baseW.map((w) => w / 1_000 - 100)
  expect(hours('2026-03-29', 5)).toEqual([0, 1, 3, 4, 5])
  expect(hours('2026-10-25', 5)).toEqual([0, 1, 2, 2, 3])
})

test('a slot that lies over two hours draws the mean of its time in each', () => {
  const { baseW } = over(profile, at('2026-06-01T10:50'), 1)
  expect(baseW).toEqual([Math.round((10_000 * 10 + 11_000 * 5) / 15)])
})

test('the energy of a whole week is that of its hours, wherever in the year it lies and however it is cut', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 364 }),
      fc.constantFrom(5, 15, 30, 60),
      (day, slotMinutes) => {
        const from = at('2026-01-01T00:00') + day * DAY
        const slots = (7 * 24 * 60) / slotMinutes
        const energy = (minutes: number, count: number) =>
          over(profile, from, count, { slotMs: minutes * MINUTE }).baseW.reduce(
            (sum, w) => sum + (w * minutes) / 60,
            0,
          )
        expect(energy(slotMinutes, slots)).toBeCloseTo(energy(5, 7 * 24 * 12), 3)
      },
    ),
    { numRuns: 40 },
  )
})

test('a series says what it says; in a gap the same hour a week before counts, and is marked', () => {
  const monday = at('2026-06-01T10:00')
  const series = [
    ...hoursFrom(monday, [5_000, 6_000]),
    { startsAt: monday + 7 * DAY, endsAt: monday + 7 * DAY + HOUR, value: 8_000 },
  ]
  const ahead = over({ kind: 'series' }, monday + 7 * DAY, 3, { slotMs: HOUR, series })
  expect(ahead.baseW).toEqual([8_000, 6_000, 0])
  expect(ahead.sources).toEqual(['told', 'guessed', 'unknown'])
})

test('a series that ended weeks ago is looked up in the last week that it knows', () => {
  const series = hoursFrom(at('2026-06-01T10:00'), [5_000])
  const ahead = over({ kind: 'series' }, at('2026-07-06T10:00'), 1, { slotMs: HOUR, series })
  expect(ahead).toEqual({ baseW: [5_000], sources: ['guessed'] })
})

test('the same hour a week before is the same by the clock on the wall, when the clocks changed meanwhile', () => {
  const series = hoursFrom(at('2026-03-24T00:00'), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  const ahead = over({ kind: 'series' }, at('2026-03-31T08:00'), 1, { slotMs: HOUR, series })
  expect(ahead.baseW).toEqual([8])
  const autumn = hoursFrom(at('2026-10-20T00:00'), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  const after = over({ kind: 'series' }, at('2026-10-27T08:00'), 1, {
    slotMs: HOUR,
    series: autumn,
  })
  expect(after.baseW).toEqual([8])
})

test('a slot that a series knows in part draws the mean of that part', () => {
  const from = at('2026-06-01T10:00')
  const series = [{ startsAt: from + 45 * MINUTE, endsAt: from + HOUR, value: 400 }]
  expect(over({ kind: 'series' }, from, 1, { slotMs: HOUR, series }).baseW).toEqual([400])
})

test('a metered building goes from what it draws now to what it usually draws, within an hour', () => {
  const now = at('2026-06-01T10:00')
  const asked: [number, number][] = []
  const usual = (weekday: number, quarterOfDay: number) => {
    asked.push([weekday, quarterOfDay])
    return 20_000
  }
  const site = { baseLoad: { kind: 'meter' as const }, timeZone }
  const ahead = baseOver({ site, series: [], usual, now, nowW: 28_000 }, now, QUARTER, 6)
  expect(ahead.baseW).toEqual([27_000, 25_000, 23_000, 21_000, 20_000, 20_000])
  expect(asked.at(-1)).toEqual([1, 45])
})

test('a metered building of which no week is known stays as it is now; a silent one is unknown', () => {
  const site = { baseLoad: { kind: 'meter' as const }, timeZone }
  expect(baseOver({ site, series: [], now: 0, nowW: 9_000 }, 0, QUARTER, 2)).toEqual({
    baseW: [9_000, 9_000],
    sources: ['guessed', 'guessed'],
  })
  expect(baseOver({ site, series: [], now: 0 }, 0, QUARTER, 1).sources).toEqual(['unknown'])
})

test('a building that feeds the grid makes no room that a cloud could take away', () => {
  const site = { baseLoad: { kind: 'meter' as const }, timeZone }
  expect(baseOver({ site, series: [], now: 0, nowW: -9_000 }, 0, QUARTER, 1).baseW).toEqual([0])
})
