import { sql } from 'kysely'
import type { Day } from '../../../shared/domain/load/calendar.ts'
import type { Span } from '../../../shared/domain/load/meter.ts'
import {
  coarser,
  sliceOf,
  type Steps,
  type Total,
  totalOf,
} from '../../../shared/domain/load/steps.ts'
import { stationSteps } from '../../../shared/domain/load/sum.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../../../shared/time/instant.ts'
import type { Reads } from '../store/reads.ts'
import type { LoadStepsRow } from '../store/load-rows.ts'
import { placeOf } from './keys.ts'
import { BLOCK, hourOf, IDS_A_KEY, QUARTER } from './kept.ts'
import type { LineOf } from './lines.ts'
import { unpackSteps } from './pack.ts'

/** Told of each piece of a line, in no order. */
export type Each = (line: LineOf, steps: Steps) => void

/** The minutes of lines, hour by hour. */
export async function eachMinutes(
  reads: Reads,
  lines: readonly LineOf[],
  span: Span,
  each: Each,
): Promise<void> {
  const lineOf = new Map(lines.flatMap((line) => line.minutes.map((key) => [key, line])))
  const rows = await reads.query
    .selectFrom('loadMinutes')
    .select(['hourAt', 'key', 'steps'])
    .where('hourAt', 'in', starts(hourOf(span.from), span.until, HOUR))
    .where('key', 'in', [...lineOf.keys()])
    .execute()
  const meters = new Map<string, { connectorId: number; steps: Steps }[]>()
  for (const { hourAt, key, steps } of rows) {
    const line = lineOf.get(key)
    if (line === undefined) continue
    const hour = unpackSteps(steps, hourAt, MINUTE)
    if (line.minutes.length === 1) {
      each(line, hour)
      continue
    }
    const at = `${hourAt} ${line.key}`
    const meter = { connectorId: placeOf(key)?.connectorId ?? 0, steps: hour }
    meters.set(at, [...(meters.get(at) ?? []), meter])
  }
  const byKey = new Map(lines.map((line) => [line.key, line]))
  for (const [at, own] of meters) {
    const line = byKey.get(at.slice(at.indexOf(' ') + 1))
    const steps = stationSteps(own)
    if (line !== undefined && steps !== null) each(line, steps)
  }
}

/** The quarters of lines, or their full hours by UTC; those of the hours that run come from the minutes. */
export async function eachQuarters(
  reads: Reads,
  lines: readonly LineOf[],
  span: Span,
  now: Instant,
  each: Each,
  { currents, hours }: { readonly currents: boolean; readonly hours: boolean },
): Promise<void> {
  // The hour before may not have been told in quarters yet.
  const liveFrom = hourOf(now) - HOUR
  const [table, length, stepMs] = hours
    ? (['loadHours', BLOCK, HOUR] as const)
    : (['loadQuarters', DAY, QUARTER] as const)
  await eachRow(
    reads,
    table,
    lines,
    { first: Math.floor(span.from / length), last: Math.ceil(span.until / length) - 1 },
    (line, id, packed) => {
      const startsAt = (id % IDS_A_KEY) * length
      const steps = unpackSteps(packed, startsAt, stepMs, currents)
      const before = Math.min(steps.count, Math.max(0, (liveFrom - startsAt) / stepMs))
      each(line, line.lags ? sliceOf(steps, 0, before) : steps)
    },
  )
  const lagging = lines.filter(({ lags, minutes }) => lags && minutes.length > 0)
  if (lagging.length === 0 || span.until <= liveFrom || span.from >= liveFrom + 2 * HOUR) return
  await eachMinutes(reads, lagging, { from: liveFrom, until: liveFrom + 2 * HOUR }, (line, hour) =>
    each(line, coarser(hour, stepMs / MINUTE)),
  )
}

/** The days of lines by the site's clock. */
export async function eachDay(
  reads: Reads,
  lines: readonly LineOf[],
  days: readonly Day[],
  each: (line: LineOf, day: Day, total: Total) => void,
  currents: boolean,
): Promise<void> {
  const months = Map.groupBy(days, ({ month }) => month)
  await eachRow(
    reads,
    'loadDays',
    lines,
    { first: days[0]?.month ?? 0, last: days.at(-1)?.month ?? 0 },
    (line, id, steps) => {
      const month = unpackSteps(steps, 0, DAY, currents)
      for (const day of months.get(id % IDS_A_KEY) ?? [])
        each(line, day, totalOf(month, day.day, day.day + 1))
    },
  )
}

/** The rows of lines from the first to the last of some days or months. */
async function eachRow(
  reads: Reads,
  table: 'loadQuarters' | 'loadHours' | 'loadDays',
  lines: readonly LineOf[],
  { first, last }: { readonly first: number; readonly last: number },
  each: (line: LineOf, id: number, steps: Uint8Array) => void,
): Promise<void> {
  const lineOf = new Map(lines.map((line) => [line.kept, line]))
  const keys = JSON.stringify([...lineOf.keys()])
  // One question for all lines: each of a hundred would cost more than what it reads.
  const numbers = sql<{ key: string; number: number }>`(
    select loadKey.key, loadKey.number from json_each(${keys}) join loadKey on loadKey.key = json_each.value
  )`.as('asked')
  const within = sql<boolean>`steps.id between number * ${IDS_A_KEY} + ${first} and number * ${IDS_A_KEY} + ${last}`
  const rows = await reads.query
    .selectFrom(numbers)
    .innerJoin(sql<LoadStepsRow>`${sql.table(table)}`.as('steps'), (join) => join.on(within))
    .select(['asked.key', 'steps.id', 'steps.steps'])
    .execute()
  for (const { key, id, steps } of rows) {
    const line = lineOf.get(key)
    if (line !== undefined) each(line, id, steps)
  }
}

function starts(from: Instant, until: Instant, length: number): Instant[] {
  return Array.from(
    { length: Math.max(0, Math.ceil((until - from) / length)) },
    (_, at) => from + at * length,
  )
}
