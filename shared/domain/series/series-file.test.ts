import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { csvText } from '../import/csv-text.ts'
import { atOnce } from '../import/in-turns.ts'
import { readSeriesFile } from './series-file.ts'
import type { SeriesFileKind } from './unit.ts'

const site = { timeZone: 'Europe/Stockholm', currency: 'SEK' }
const read = (kind: SeriesFileKind, lines: readonly string[], of = site) =>
  atOnce(readSeriesFile(kind, lines.join('\n'), of))
const at = (text: string): number =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(site.timeZone).epochMilliseconds
const values = (kind: SeriesFileKind, lines: readonly string[], of = site) =>
  read(kind, lines, of).steps.map(({ value }) => value)

describe('the unit is that of the heading', () => {
  const loadOf = (heading: string) =>
    values('base', [`Tid;${heading}`, '2026-01-01 00:00;1,5', '2026-01-01 00:15;2'])[0]
  test.each([
    ['Last (kW)', 1_500],
    ['Effekt W', 2],
    ['Power MW', 1_500_000],
    ['Förbrukning kWh', 6_000],
    ['Energy [Wh]', 6],
    ['MWh', 6_000_000],
    ['Last', 1_500],
  ])('%s', (heading, loadW) => {
    expect(loadOf(heading)).toBe(loadW)
  })

  const priceOf = (heading: string, currency: string) =>
    values('price', [`Tid;${heading}`, '2026-01-01 00:00;0,85'], { ...site, currency })[0]
  test.each([
    ['Spotpris öre/kWh', 'SEK', 850],
    ['Pris (kr/kWh)', 'SEK', 85_000],
    ['SEK per kWh', 'SEK', 85_000],
    ['Pris', 'SEK', 85_000],
    ['Price EUR/MWh', 'EUR', 85],
    ['€/MWh', 'EUR', 85],
    ['ct/kWh', 'EUR', 850],
    ['kr/kWh', 'ISK', 85_000],
    ['JPY per kWh', 'JPY', 850],
  ])('%s where the site counts in %s', (heading, currency, minorPerMWh) => {
    expect(priceOf(heading, currency)).toBe(minorPerMWh)
  })

  test('money of another currency is refused, since nobody here knows the rate', () => {
    const file = read('price', ['Tid;EUR/MWh', '2026-01-01 00:00;85'])
    expect(file.steps).toEqual([])
    expect(file.refused).toEqual([{ line: 1, text: 'Tid;EUR/MWh', reason: 'currency' }])
  })
})

describe('the columns are found', () => {
  const expected = [
    { startsAt: at('2026-01-01T13:00'), endsAt: at('2026-01-01T14:00'), value: 5_000 },
  ]
  test.each([
    ['by English words', ['time,load kW', '2026-01-01 13:00,5']],
    ['by Swedish words, the value first', ['Effekt;Tidpunkt', '5;2026-01-01 13:00']],
    ['with the end of each step', ['Från;Till;kW', '2026-01-01 13:00;2026-01-01 14:00;5']],
    ['with a day and a time apart', ['Datum;Timme;kW', '2026-01-01;13-14;5']],
    ['with a stretch in one cell', ['MTU;kW', '01.01.2026 13:00 - 01.01.2026 14:00;5']],
    ['without headings', ['2026-01-01T13:00;5']],
    ['without headings, with ends', ['2026-01-01 13:00;2026-01-01 14:00;5']],
    ['with an offset', ['Start\tValue', '2026-01-01T12:00:00Z\t5.0']],
    ['among others', ['Anläggning;Datum och tid;Mätvärde kWh;Status', 'A;2026-01-01 13:00;5;OK']],
    [
      'with a byte order mark and Windows line ends',
      ['\ufefftid;kW\r', '2026-01-01 13:00;5\r', ''],
    ],
  ])('%s', (_how, lines) => {
    expect(read('base', lines)).toMatchObject({ steps: expected, refused: [] })
  })
})

describe('over the nights when the clocks change', () => {
  const quarters = (clocks: readonly string[], day: string) =>
    clocks.map((clock, index) => `${day} ${clock};${index}`)

  test('the hour that comes twice is summer time first', () => {
    const clocks = ['01:30', '02:00', '02:30', '02:00', '02:30', '03:00']
    const { steps, refused } = read('base', ['tid;kW', ...quarters(clocks, '2026-10-25')])
    expect(refused).toEqual([])
    const first = at('2026-10-25T01:30')
    expect(steps.map(({ startsAt }) => startsAt)).toEqual(
      clocks.map((_, index) => first + index * 30 * MINUTE),
    )
  })

  test('unless an offset says which', () => {
    const { steps } = read('base', ['tid;kW', '2026-10-25 02:00+01:00;1'])
    expect(steps[0]?.startsAt).toBe(Date.UTC(2026, 9, 25, 1))
  })

  test('an hour that the clocks skip is refused, and the day has 23', () => {
    const clocks = ['00:00', '01:00', '02:00', '03:00']
    const { steps, refused } = read('base', ['tid;kW', ...quarters(clocks, '2026-03-29')])
    expect(refused).toEqual([{ line: 4, text: '2026-03-29 02:00;2', reason: 'gapInClock' }])
    expect(steps.map(({ endsAt, startsAt }) => endsAt - startsAt)).toEqual([HOUR, HOUR, HOUR])
  })
})

test('what can’t be read is named by its line and left out; the rest is taken', () => {
  const { steps, refused } = read('base', [
    'tid;kW',
    '2026-01-01 00:00;1',
    'i går;2',
    '2026-01-01 01:00;mycket',
    '2026-01-01 02:00;',
    '2026-02-30 03:00;3',
    '',
    '2026-01-01 00:00;9',
    '2026-01-01 04:00;999999999',
    '2026-01-01 05:00;5',
  ])
  expect(refused.map(({ line, reason }) => [line, reason])).toEqual([
    [3, 'time'],
    [4, 'value'],
    [5, 'columns'],
    [6, 'time'],
    [8, 'outOfOrder'],
    [9, 'value'],
  ])
  expect(steps.map(({ value }) => value)).toEqual([1_000, 5_000])
})

test('a step that begins before the one before has ended is out of order', () => {
  const { refused } = read('base', [
    'start;end;kW',
    '2026-01-01 00:00;2026-01-01 02:00;1',
    '2026-01-01 01:00;2026-01-01 02:00;1',
  ])
  expect(refused.map(({ reason }) => reason)).toEqual(['outOfOrder'])
})

test('a file with the newest line first is read from its end', () => {
  const lines = ['tid;kW', '2026-01-01 02:00;3', '2026-01-01 01:00;2', '2026-01-01 00:00;1']
  expect(read('base', lines)).toMatchObject({
    steps: [{ value: 1_000 }, { value: 2_000 }, { value: 3_000 }],
    refused: [],
  })
})

test('an empty file and one that is no table have no steps', () => {
  expect(read('base', ['']).steps).toEqual([])
  expect(read('base', ['tid;kW', '"2026-01-01 00:00;1']).refused).toMatchObject([
    { line: 2, reason: 'columns' },
  ])
})

test('any series written as a site’s clock shows it is read as it was', () => {
  const from = at('2026-01-01T00:00')
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 364 * 96 }),
      fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: 2, maxLength: 120 }),
      fc.constantFrom(15, 60),
      (quarter, loads, minutes) => {
        const startsAt = from + quarter * 15 * MINUTE
        const steps = loads.map((value, index) => ({
          startsAt: startsAt + index * minutes * MINUTE,
          endsAt: startsAt + (index + 1) * minutes * MINUTE,
          value,
        }))
        const wall = (instant: number) =>
          Temporal.Instant.fromEpochMilliseconds(instant)
            .toZonedDateTimeISO(site.timeZone)
            .toPlainDateTime()
            .toString({ smallestUnit: 'minute' })
        const text = csvText(
          [['tid', 'W'], ...steps.map((step) => [wall(step.startsAt), String(step.value)])],
          ';',
        )
        const file = atOnce(readSeriesFile('base', text, site))
        // Of a file that begins within the hour that comes twice nobody can tell which of the two is meant.
        fc.pre(file.steps[0]?.startsAt === startsAt)
        expect(file).toMatchObject({ steps, refused: [] })
      },
    ),
  )
})
