import { DAY, HOUR, MINUTE, SECOND, type Instant } from '../../time/instant.ts'
import { valueAt, type Steps } from './steps.ts'

/** Chargers keep profiles in flash memory, so a change has to be worth a write. */
export const WORTH_DA = 10

/** Nothing that can wait is sent to a charger again before so much time has passed. */
export const APART_MS = MINUTE

/** From half of the day's budget on they lie further apart. */
const FURTHER_APART_MS = 10 * MINUTE

/** How many profiles a charger is sent a day, what limits and new cars need not counted. */
export const DAILY_BUDGET = 200

/** Each charger waits up to so long more, so that not all are written to at the same moment. */
const JITTER_MS = 15 * SECOND

/** What a charger was sent lately. */
export interface SentLately {
  /** When the last profile was sent; null for none yet. */
  readonly lastAt: Instant | null
  /** How many were sent since the day of counting began. */
  readonly count: number
  readonly since: Instant
}

/** What a car's charger holds, and what it should. */
export interface Difference {
  /** Tenths of A on each phase, or what is as much; null when nothing of this charge is known to be installed. */
  readonly installed: Steps | null
  readonly wanted: Steps
  /** Until when what is installed holds; null without end. */
  readonly installedUntil: Instant | null
  /** When the car leaves. */
  readonly until: Instant
}

/** Whether to send it: `now` whatever was sent before, `spaced` when it is the charger's turn, or not at all. */
export type Worth = 'now' | 'spaced' | 'no'

/**
 * Whether a profile is worth sending: when the next hour changes by 1 A or more, or what is installed ends before the
 * hour and the charge do. At once for a car that has none yet.
 */
export function worthSending(difference: Difference, now: Instant): Worth {
  const { installed, wanted, installedUntil, until } = difference
  if (installed === null) return 'now'
  const horizon = Math.min(now + HOUR, Math.max(until, now + MINUTE))
  if (installedUntil !== null && installedUntil < Math.min(horizon, until)) return 'spaced'
  return greatestChange(installed, wanted, now, horizon) >= WORTH_DA ? 'spaced' : 'no'
}

/** How far two courses are apart at most between two moments. */
export function greatestChange(a: Steps, b: Steps, from: Instant, until: Instant): number {
  let greatest = Math.abs(valueAt(a, from) - valueAt(b, from))
  for (const steps of [a, b])
    for (const [at] of steps)
      if (at > from && at < until)
        greatest = Math.max(greatest, Math.abs(valueAt(a, at) - valueAt(b, at)))
  return greatest
}

/** When a charger may be sent the next profile that can wait. */
export function nextTurn(stationId: string, { lastAt, count, since }: SentLately): Instant {
  if (lastAt === null) return since
  if (count >= DAILY_BUDGET) return since + DAY
  const apart = count >= DAILY_BUDGET / 2 ? FURTHER_APART_MS : APART_MS
  return lastAt + apart + jitterMs(stationId, JITTER_MS)
}

/** The count after one more was sent; each day it begins anew. */
export function countSent({ count, since }: SentLately, now: Instant): SentLately {
  return now - since >= DAY
    ? { lastAt: now, count: 1, since: now }
    : { lastAt: now, count: count + 1, since }
}

/** A delay of each charger's own, always the same one: chargers that come back together are not asked together. */
export function jitterMs(stationId: string, mostMs: number): number {
  let mixed = 2_166_136_261
  for (const letter of stationId)
    mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  return (mixed >>> 0) % Math.max(1, mostMs)
}
