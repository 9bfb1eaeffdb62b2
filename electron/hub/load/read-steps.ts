import type { Span } from '../../../shared/domain/load/meter.ts'
import { coarser, sliceOf, type Steps } from '../../../shared/domain/load/steps.ts'
import { stationSteps } from '../../../shared/domain/load/sum.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../../../shared/time/instant.ts'
import type { Reads } from '../store/reads.ts'
import { placeOf } from './keys.ts'
import { dayOf, hourOf, QUARTER } from './kept.ts'
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
): Promise<void> {
  const lineOf = new Map(lines.map((line) => [line.kept, line]))
  const rows = await reads.query
    .selectFrom('loadQuarters')
    .select(['dayAt', 'key', 'steps'])
    .where('dayAt', 'in', starts(dayOf(span.from), span.until, DAY))
    .where('key', 'in', [...lineOf.keys()])
    .execute()
  // The hour before may not have been told in quarters yet.
  const liveFrom = hourOf(now) - HOUR
  for (const { dayAt, key, steps } of rows) {
    const line = lineOf.get(key)
    if (line === undefined) continue
    const day = unpackSteps(steps, dayAt, QUARTER)
    const before = Math.min(day.count, Math.max(0, (liveFrom - dayAt) / QUARTER))
    each(line, line.lags ? sliceOf(day, 0, before) : day)
  }
  const lagging = lines.filter(({ lags, minutes }) => lags && minutes.length > 0)
  if (lagging.length === 0 || span.until <= liveFrom || span.from >= liveFrom + 2 * HOUR) return
  await eachMinutes(reads, lagging, { from: liveFrom, until: liveFrom + 2 * HOUR }, (line, hour) =>
    each(line, coarser(hour, QUARTER / MINUTE)),
  )
}

function starts(from: Instant, until: Instant, length: number): Instant[] {
  return Array.from(
    { length: Math.max(0, Math.ceil((until - from) / length)) },
    (_, at) => from + at * length,
  )
}
