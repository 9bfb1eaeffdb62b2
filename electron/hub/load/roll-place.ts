import { gapOf, type Meter, type Span } from '../../../shared/domain/load/meter.ts'
import { touchedBy } from '../../../shared/domain/load/touched.ts'
import { HOUR, type Instant } from '../../../shared/time/instant.ts'
import type { Writes } from '../store/writes.ts'
import { buildingAround, buildingNeighbours } from './building-readings.ts'
import { BUILDING, placeOf } from './keys.ts'
import { hourOf } from './kept.ts'
import { type Looked, USUAL_MS } from './look.ts'
import { meterAround, neighboursOf } from './meter-around.ts'
import { presenceOf } from './presence.ts'
import { rollHours } from './roll-meter.ts'
import { MINUTES_MS, RAW_MS } from './retention.ts'
import { treeAt } from './site-tree.ts'
import type { News } from './watch.ts'

/** What is to be made anew of one key: the time that news touch, or some hours that are left of it. */
export interface Job {
  readonly key: string
  readonly retiredAt: Instant | null
  readonly news: News | null
  readonly hours: Span
}

/** So many hours are made at once, so that no message waits long for it. */
const HOURS_AT_ONCE = 12

/** Does a part of the job. @returns the hours that were made, and what is left */
export function rollPart(
  tx: Writes,
  job: Job,
  looked: Looked,
  quarters: boolean,
): { made: Span; rest: Job | null } {
  const end = hourOf(looked.at) + HOUR
  const { from, until } = job.news === null ? job.hours : hoursTouched(tx, job, job.news, looked)
  const made = { from, until: Math.min(until, from + HOURS_AT_ONCE * HOUR) }
  const due = quarters || made.from < end - HOUR
  const { timeZone, at: now } = looked
  const meter = { ...whole, ...meterOf(tx, job, made, looked) }
  rollHours(tx, job.key, meter, made, { now, timeZone, rawFrom: now - RAW_MS + HOUR }, due)
  const rest =
    made.until < until ? { ...job, news: null, hours: { ...made, from: made.until, until } } : null
  return { made, rest }
}

/** The full hours whose load may be another by the news, those that are due anyway included. */
function hoursTouched(tx: Writes, { key, hours }: Job, news: News, looked: Looked): Span {
  const place = placeOf(key)
  const usualMs = place === null ? USUAL_MS : (looked.usualMs.get(place.stationId) ?? USUAL_MS)
  const neighbours = place === null ? buildingNeighbours(tx, news) : neighboursOf(tx, place, news)
  const { from, until } = touchedBy(news, neighbours, gapOf(usualMs))
  const end = hourOf(looked.at) + HOUR
  return {
    from: hourOf(Math.max(Math.min(hours.from, from), looked.at - MINUTES_MS)),
    until: Math.max(hours.until, Math.min(end, hourOf(Math.min(until, end)) + HOUR)),
  }
}

/** What a meter is where nothing else is said. */
const whole = { transactions: [], online: [], until: Infinity, rotation: 'RST' } as const

function meterOf(
  tx: Writes,
  { key, retiredAt }: Job,
  hours: Span,
  { trees, usualMs: told }: Looked,
): Pick<Meter, 'samples' | 'since' | 'usualMs'> & Partial<Meter> {
  const place = placeOf(key)
  if (place === null || key === BUILDING) return { ...buildingAround(tx, hours), usualMs: USUAL_MS }
  const { stationId, connectorId } = place
  const usualMs = told.get(stationId) ?? USUAL_MS
  return {
    ...meterAround(tx, place, hours, usualMs),
    // A station without a main meter is not missing one.
    ...(connectorId === 0 ? { online: [], since: Infinity } : presenceOf(tx, stationId)),
    until: retiredAt ?? Infinity,
    usualMs,
    rotation: treeAt(trees, hours.from).stations[stationId]?.[1] ?? 'RST',
  }
}
