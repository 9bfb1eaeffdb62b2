import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SeriesStep } from '../../../shared/domain/site/series.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { restFace, type RestFace } from '../rpc/test-bench/rest-face.ts'
import { seriesAhead } from './series-rows.ts'

let face: RestFace

beforeEach(async () => {
  face = await restFace()
})
afterEach(() => face.close())

interface Answer {
  code: string
  count: number
  refusedCount: number
  replaced: number
  unit: string
  unitTold: boolean
  from: number | null
  until: number | null
  lowest: number | null
  highest: number | null
  curve: (number | null)[]
  refused: { line: number; reason: string }[]
  rows: SeriesStep[]
}

const midnight = Date.UTC(2026, 2, 2, 23)
const ask = (method: string, path: string, body?: object) => face.ask<Answer>(method, path, body)
const bring = (lines: readonly string[], path = '/series/base') =>
  ask('POST', path, { text: lines.join('\n') })
const steps = async (from = 0, until = midnight + 9 * DAY) =>
  (await ask('GET', `/series/base?from=${from}&until=${until}`)).body.rows
const hours = (values: readonly number[], day = '2026-03-03', minute = '00') => [
  'tid;kW',
  ...values.map((value, hour) => `${day} ${String(hour).padStart(2, '0')}:${minute};${value}`),
]

test('a file is looked at without being taken in, its bad lines named', async () => {
  const file = [...hours([1, 2, 3]), '2026-03-03 03:00;mycket']
  const preview = await bring(file, '/series/base/preview')
  expect(preview.body).toEqual({
    count: 3,
    from: midnight,
    until: midnight + 3 * HOUR,
    lowest: 1_000,
    highest: 3_000,
    replaced: 0,
    unit: 'kW',
    unitTold: true,
    curve: [1_000, 2_000, 3_000],
    refused: [{ line: 5, text: '2026-03-03 03:00;mycket', reason: 'value' }],
    refusedCount: 1,
  })
  expect(await steps()).toEqual([])
  expect((await bring(file)).body).toEqual({ count: 3, refusedCount: 1 })
  expect((await steps()).map(({ value }) => value)).toEqual([1_000, 2_000, 3_000])
  expect((await bring(file, '/series/base/preview')).body.replaced).toBe(3)
})

test('a later file replaces what it covers and leaves the rest, also of a step that it cuts', async () => {
  await bring(hours([1, 2, 3]))
  await bring(['tid;kW', '2026-03-03 00:30;9', '2026-03-03 00:45;8'])
  expect(await steps()).toEqual([
    { startsAt: midnight, endsAt: midnight + 30 * MINUTE, value: 1_000 },
    { startsAt: midnight + 30 * MINUTE, endsAt: midnight + 45 * MINUTE, value: 9_000 },
    { startsAt: midnight + 45 * MINUTE, endsAt: midnight + HOUR, value: 8_000 },
    { startsAt: midnight + HOUR, endsAt: midnight + 2 * HOUR, value: 2_000 },
    { startsAt: midnight + 2 * HOUR, endsAt: midnight + 3 * HOUR, value: 3_000 },
  ])
  await bring(['start;slut;kW', '2026-03-03 01:15;2026-03-03 01:30;7'])
  expect((await steps(midnight + HOUR, midnight + 2 * HOUR)).map(({ value }) => value)).toEqual([
    2_000, 7_000, 2_000,
  ])
  expect(await steps(midnight + 80 * MINUTE, midnight + 85 * MINUTE)).toMatchObject([
    { value: 7_000 },
  ])
})

test('a file of gaps replaces nothing in them', async () => {
  await bring(hours([1, 2, 3, 4, 5]))
  await bring([
    'start;slut;kW',
    '2026-03-03 00:00;2026-03-03 01:00;9',
    '2026-03-03 03:00;2026-03-03 04:00;9',
  ])
  expect((await steps()).map(({ value }) => value / 1_000)).toEqual([9, 2, 3, 9, 5])
})

test('a file of which nothing can be read is refused, and one in other money too', async () => {
  for (const [path, lines] of [
    ['/series/base', ['tid;kW', 'i går;2']],
    ['/series/price', ['tid;EUR/MWh', '2026-03-03 00:00;85']],
  ] as const)
    expect(await bring(lines, path)).toMatchObject({ status: 409, body: { code: 'SERIES_EMPTY' } })
  expect(await face.store.reads.find('journal', { noun: 'series' })).toEqual([])
})

test('base load and prices are apart, and each is forgotten by itself', async () => {
  await bring(hours([1]))
  await bring(['tid;öre/kWh', '2026-03-03 00:00;-12,5'], '/series/price')
  const prices = await ask('GET', `/series/price?from=0&until=${midnight + DAY}`)
  expect(prices.body.rows).toMatchObject([{ value: -12_500 }])
  expect((await ask('DELETE', '/series/base')).body).toEqual({ count: 1 })
  expect((await ask('DELETE', '/series/base')).body).toEqual({ count: 0 })
  expect(await steps()).toEqual([])
  const acts = (await face.store.reads.find('journal', { noun: 'series' })).map(({ act }) => act)
  expect(acts.toSorted()).toEqual(['series.clear', 'series.import', 'series.import'])
})

test('a year of quarters, its two nights when the clocks change included, is taken in whole', async () => {
  const newYear = Date.UTC(2025, 11, 31, 23)
  const wall = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Stockholm',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  const lines = Array.from(
    { length: 35_040 },
    (_, quarter) => `${wall.format(newYear + quarter * 15 * MINUTE)};${quarter}`,
  )
  const { body } = await bring(['Tid;Last W', ...lines])
  expect(body).toEqual({ count: 35_040, refusedCount: 0 })
  const last = await steps(newYear + 364 * DAY, newYear + 365 * DAY)
  expect(last.at(-1)).toEqual({
    startsAt: newYear + 365 * DAY - 15 * MINUTE,
    endsAt: newYear + 365 * DAY,
    value: 35_039,
  })
  const { body: again } = await bring(['Tid;Last W', ...lines])
  expect(again.count).toBe(35_040)
})

test('whoever plans gets what fills a gap too, also when the series ended weeks ago', async () => {
  await bring(hours([1, 2, 3]))
  const ahead = (now: number) => seriesAhead(face.store.reads, 'base', now)
  expect(await ahead(midnight + 7 * DAY)).toHaveLength(3)
  expect(await ahead(midnight + 700 * DAY)).toHaveLength(3)
  expect(await ahead(midnight - 7 * DAY)).toHaveLength(3)
  await bring(hours([4], '2026-12-24'))
  expect(await ahead(midnight + 7 * DAY)).toHaveLength(4)
  expect(await ahead(midnight + 700 * DAY)).toMatchObject([{ value: 4_000 }])
})
