import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Answer, askCurve, askDuration, askPeaks } from '../../electron/hub/load/ask.ts'
import { blockOf, IDS_A_KEY } from '../../electron/hub/load/kept.ts'
import { openStore, type Store } from '../../electron/hub/store/store.ts'
import { uuidV7 } from '../../shared/domain/id/id.ts'
import { dayAround } from '../../shared/domain/load/calendar.ts'
import type { Span } from '../../shared/domain/load/meter.ts'
import { DAY, HOUR } from '../../shared/time/instant.ts'
import type { Budget, Figure } from './figure/figure.ts'
import { median, quantile } from './figure/quantile.ts'
import { progress, report } from './figure/report.ts'
import { minutesTaken } from './metering/minute.ts'
import { keepYear, measuredSite, type MeasuredSite, STATIONS, TIME_ZONE } from './metering/year.ts'

/**
 * A year of loads of two hundred connectors in a file, asked as the Load screen asks, each answer made into the text
 * that a desk gets; beside each the bare reading of the rows that it is made of. And what it takes to make a minute of
 * loads of all connectors beside writing their raw samples down.
 */
const ROUNDS = 40
const MINUTES = 60
const QUERY: Budget = { of: 'value', is: '<=', limit: 50 }

const until = Date.UTC(2026, 5, 1)
const time = { now: until + HOUR }

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'laddplan-load-'))
  const file = join(dir, 'site.db')
  const clock = () => time.now
  const store = await openStore({ file, clock, newId: () => uuidV7(clock(), randomBytes(10)) })
  try {
    const site = await measuredSite(store)
    const minutes = await figuresOfMinutes(store, site)
    await keepYear(store, site, until)
    progress(`the file has ${Math.round(statSync(file).size / 1_048_576)} MB`)
    time.now = until
    return report([...(await figuresOfQueries(store, site, file)), ...minutes], args)
  } finally {
    await store.close()
    rmSync(dir, { recursive: true })
  }
}

interface Question {
  readonly name: string
  readonly ask: () => Promise<Answer<unknown>>
  /** What reads the rows, and nothing else. */
  readonly rows: string
}

function questionsOf(store: Store, { stationIds }: MeasuredSite): Question[] {
  const { reads } = store
  const [stationId = ''] = stationIds
  const { from: today } = dayAround(until - 2 * DAY, TIME_ZONE)
  const spans = {
    year: { from: until - 365 * DAY, until },
    month: { from: today - 30 * DAY, until: today },
    week: { from: today - 7 * DAY, until: today },
    day: { from: today, until: today + DAY },
  }
  const site = { scope: 'site', split: 'none' } as const
  const byStation = { scope: 'site', split: 'station' } as const
  const [year, month, week, day] = [spans.year, spans.month, spans.week, spans.day]
  const curve = (asked: Parameters<typeof askCurve>[1]) => () => askCurve(reads, asked, until)
  const ids = (table: string, first: number, last: number, keys: string) =>
    `select t.* from loadKey k cross join ${table} t
      on t.id between k.number * ${IDS_A_KEY} + ${first} and k.number * ${IDS_A_KEY} + ${last} where k.key ${keys}`
  const days = (span: Span, keys: string) => {
    const [first, last] = [dayAround(span.from, TIME_ZONE), dayAround(span.until - 1, TIME_ZONE)]
    return ids('loadDays', first.month, last.month, keys)
  }
  const quarters = (span: Span, keys: string) =>
    ids('loadQuarters', Math.floor(span.from / DAY), Math.floor((span.until - 1) / DAY), keys)
  const hours = (span: Span, keys: string) =>
    ids('loadHours', blockOf(span.from), blockOf(span.until - 1), keys)
  const stations = 'in (select id from station)'
  const minutes = (span: Span, keys: string) =>
    `select * from loadMinutes where hourAt >= ${span.from} and hourAt < ${span.until} and key ${keys}`
  return [
    {
      name: 'year of the site by day',
      ask: curve({ ...site, ...year, step: 'day' }),
      rows: days(year, `= 'site'`),
    },
    {
      name: 'year of the site by hour',
      ask: curve({ ...site, ...year, step: 'hour' }),
      rows: hours(year, `= 'site'`),
    },
    {
      name: 'year of one station by day',
      ask: curve({ scope: 'station', id: stationId, split: 'none', ...year, step: 'day' }),
      rows: days(year, `= '${stationId}'`),
    },
    {
      name: `year by day, ${STATIONS} stations`,
      ask: curve({ ...byStation, ...year, step: 'day' }),
      rows: days(year, stations),
    },
    {
      name: `year by month, ${STATIONS} stations`,
      ask: curve({ ...byStation, ...year, step: 'month' }),
      rows: days(year, stations),
    },
    {
      name: `month by hour, ${STATIONS} stations`,
      ask: curve({ ...byStation, ...month, step: 'hour' }),
      rows: hours(month, stations),
    },
    {
      name: 'week of the site by quarter',
      ask: curve({ ...site, ...week, step: 'quarter' }),
      rows: quarters(week, `= 'site'`),
    },
    {
      name: `week by quarter, ${STATIONS} stations`,
      ask: curve({ ...byStation, ...week, step: 'quarter' }),
      rows: quarters(week, stations),
    },
    {
      name: 'day of the site by minute',
      ask: curve({ ...site, ...day, step: 'minute' }),
      rows: minutes(day, `= 'site'`),
    },
    {
      name: `hour by minute, ${STATIONS} stations`,
      ask: curve({ ...byStation, from: day.from, until: day.from + HOUR, step: 'minute' }),
      rows: minutes({ from: day.from, until: day.from + HOUR }, `like '%/%'`),
    },
    {
      name: 'peaks of the year by quarter',
      ask: () => askPeaks(reads, { ...site, ...year, step: 'quarter', limit: 10 }, until),
      rows: quarters(year, `= 'site'`),
    },
    {
      name: 'duration of the year by hour',
      ask: () => askDuration(reads, { ...site, ...year, step: 'hour', points: 200 }, until),
      rows: hours(year, `= 'site'`),
    },
  ]
}

async function figuresOfQueries(store: Store, site: MeasuredSite, file: string): Promise<Figure[]> {
  const bare = new DatabaseSync(file, { readOnly: true })
  const figures: Figure[] = []
  for (const { name, ask, rows } of questionsOf(store, site)) {
    const statement = bare.prepare(rows)
    const [asked, read]: [number[], number[]] = [[], []]
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now()
      const answer = await ask()
      JSON.stringify(answer)
      asked.push(performance.now() - began)
      if (answer.kind !== 'told') throw new Error(`${name}: ${JSON.stringify(answer)}`)
      const beganBare = performance.now()
      statement.all()
      read.push(performance.now() - beganBare)
    }
    const p95 = quantile(asked, 0.95)
    progress(`${name}: ${p95.toFixed(1)} ms, the bare rows ${quantile(read, 0.95).toFixed(1)} ms`)
    figures.push({
      bench: 'load',
      figure: `p95, ${name}`,
      value: p95,
      unit: 'ms',
      baseline: quantile(read, 0.95),
      budget: QUERY,
    })
  }
  bare.close()
  return figures
}

async function figuresOfMinutes(store: Store, site: MeasuredSite): Promise<Figure[]> {
  const taken = await minutesTaken(store, site, time.now, MINUTES, (at) => (time.now = at))
  const settled = taken.slice(5) // the first compile what the rest runs
  const figure = (name: string, value: number, baseline: number | null): Figure => ({
    bench: 'load',
    figure: `${name}, a minute of 200 connectors`,
    value,
    unit: 'ms',
    baseline,
    budget: null,
  })
  const samplesMs = median(settled.map((minute) => minute.samplesMs))
  return [
    figure('loads made', median(settled.map(({ rollMs }) => rollMs)), samplesMs),
    figure(
      'p95 of the longest that others wait',
      quantile(
        settled.map(({ longestMs }) => longestMs),
        0.95,
      ),
      null,
    ),
  ]
}
