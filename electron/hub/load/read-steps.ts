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
import { placeOf } from './keys.ts'
import { dayOf, hourOf, IDS_A_KEY, monthId, QUARTER, quartersId } from './kept.ts'
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

/** The quarters of lines, day by day (UTC); those of the hours that run come from the minutes. */
export async function eachQuarters(
  reads: Reads,
  lines: readonly LineOf[],
  span: Span,
  now: Instant,
  each: Each,
  currents: boolean,
): Promise<void> {
  // The hour before may not have been told in quarters yet.
  const liveFrom = hourOf(now) - HOUR
  const days = starts(dayOf(span.from), span.until, DAY)
  await eachRow(
    reads,
    'loadQuarters',
    lines,
    (number) => days.map((dayAt) => quartersId(number, dayAt)),
    (line, id, steps) => {
      const dayAt = (id % IDS_A_KEY) * DAY
      const day = unpackSteps(steps, dayAt, QUARTER, currents)
      const before = Math.min(day.count, Math.max(0, (liveFrom - dayAt) / QUARTER))
      each(line, line.lags ? sliceOf(day, 0, before) : day)
    },
  )
  const lagging = lines.filter(({ lags, minutes }) => lags && minutes.length > 0)
  if (lagging.length === 0 || span.until <= liveFrom || span.from >= liveFrom + 2 * HOUR) return
  await eachMinutes(reads, lagging, { from: liveFrom, until: liveFrom + 2 * HOUR }, (line, hour) =>
    each(line, coarser(hour, QUARTER / MINUTE)),
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
    (number) => [...months.keys()].map((month) => monthId(number, month)),
    (line, id, steps) => {
      const month = unpackSteps(steps, 0, DAY, currents)
      for (const day of months.get(id % IDS_A_KEY) ?? [])
        each(line, day, totalOf(month, day.day, day.day + 1))
    },
  )
}

/** The rows of lines that have one of these ids. */
async function eachRow(
  reads: Reads,
  table: 'loadQuarters' | 'loadDays',
  lines: readonly LineOf[],
  idsOf: (number: number) => readonly number[],
  each: (line: LineOf, id: number, steps: Uint8Array) => void,
): Promise<void> {
  const numbers = await reads.query
    .selectFrom('loadKey')
    .selectAll()
    .where(
      'key',
      'in',
      lines.map(({ kept }) => kept),
    )
    .execute()
  const lineOf = new Map(lines.map((line) => [line.kept, line]))
  for (const { number, key } of numbers) {
    const line = lineOf.get(key)
    const ids = idsOf(number)
    if (line === undefined || ids.length === 0) continue
    const rows = await reads.query
      .selectFrom(table)
      .selectAll()
      .where('id', '>=', ids[0] ?? 0)
      .where('id', '<=', ids.at(-1) ?? 0)
      .execute()
    for (const { id, steps } of rows) each(line, id, steps)
  }
}

function starts(from: Instant, until: Instant, length: number): Instant[] {
  return Array.from(
    { length: Math.max(0, Math.ceil((until - from) / length)) },
    (_, at) => from + at * length,
  )
}
