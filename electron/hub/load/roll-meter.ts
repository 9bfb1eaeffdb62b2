import type { Meter, Span } from '../../../shared/domain/load/meter.ts'
import { rollUp } from '../../../shared/domain/load/roll-up.ts'
import { put, sliceOf, type Steps, totalOf } from '../../../shared/domain/load/steps.ts'
import { HOUR, type Instant, MINUTE } from '../../../shared/time/instant.ts'
import { keptMinutes, putMinutes, putQuarters, type Sql } from './kept.ts'

/** What a roll-up needs to know beside what was told. */
export interface RollContext {
  readonly now: Instant
  readonly timeZone: string
  /** Raw samples from before may have been let go of: nothing that is better known is made anew. */
  readonly rawFrom: Instant
}

/**
 * Makes a meter's minutes of some full hours anew, and the quarters and days of them.
 * @param quarters whether quarters are due; the minutes of the hour that runs are told in them soon enough
 */
export function rollHours(
  tx: Sql,
  key: string,
  meter: Meter,
  { from, until }: Span,
  { now, timeZone, rawFrom }: RollContext,
  quarters: boolean,
): void {
  const minutes = rollUp(meter, from, (until - from) / MINUTE, now)
  for (let hourAt = from; hourAt < until; hourAt += HOUR) {
    const hour = sliceOf(minutes, (hourAt - from) / MINUTE, HOUR / MINUTE)
    if (hourAt < rawFrom) keepBetter(tx, key, hour)
    putMinutes(tx, key, hour)
  }
  if (quarters) putQuarters(tx, key, minutes, timeZone)
}

/** Lets stay what is known better: its samples may be gone by now. */
function keepBetter(tx: Sql, key: string, hour: Steps): void {
  const kept = keptMinutes(tx, key, hour.startsAt)
  for (let at = 0; at < hour.count; at += 1) {
    if (kept !== null && (kept.known[at] ?? 0) > (hour.known[at] ?? 0))
      put(hour, at, totalOf(kept, at, at + 1))
  }
}
