import { DAY, HOUR, MINUTE, SECOND, type Instant } from '../../time/instant.ts'
import { valueAt, type Steps } from './steps.ts'

/** Chargers keep profiles in flash memory, so a change has to be worth a write. */
export const WORTH_DA = 10

/** What changes later can be told when it is nearer: the plan will have changed again until then. */
export const NEAR_MS = 15 * MINUTE

/** Shortly before a car leaves there is no later plan that makes up for what is missing, however little. */
const LAST_MS = 30 * MINUTE

/**
 * What is worth a write, tenths of A times ms: an ampere more for the next quarter of an hour; two less, as what the grid
 * bears doesn't wait for that; two either way for the next hour; and before a car goes an ampere more for five minutes.
 */
const MORE_SOON = WORTH_DA * NEAR_MS
const LESS_SOON = 2 * MORE_SOON
const OTHER_LATER = 2 * WORTH_DA * HOUR
const MORE_AT_LAST = WORTH_DA * 5 * MINUTE

/** From so many times as much on it is pressing. */
const PRESSING = 4

/** Nothing that can wait is sent to a charger again before so much time has passed. */
export const APART_MS = MINUTE

/** And what isn't pressing not before so much: the plan may have come back to what is installed until then. */
export const CALM_MS = 10 * MINUTE

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

/**
 * Whether to send it: `now` whatever was sent before, `spaced` when it is the charger's turn, `calm` when nothing was sent
 * to it for a while, or not at all.
 */
export type Worth = 'now' | 'spaced' | 'calm' | 'no'

/**
 * Whether a profile is worth sending: when it comes to enough more or less in the time ahead, when what is installed
 * ends before the hour and the charge do, or when it leaves a car short that is about to go. At once for a car that has
 * none yet.
 */
export function worthSending(difference: Difference, now: Instant): Worth {
  const { installed, wanted, installedUntil, until } = difference
  if (installed === null) return 'now'
  const horizon = Math.min(now + HOUR, Math.max(until, now + MINUTE))
  if (installedUntil !== null && installedUntil < Math.min(horizon, until)) return 'spaced'
  const near = Math.min(now + NEAR_MS, horizon)
  const moreSoon = behind(installed, wanted, now, near) / MORE_SOON
  const lessSoon = behind(wanted, installed, now, near) / LESS_SOON
  const more = behind(installed, wanted, now, horizon)
  const other = more + behind(wanted, installed, now, horizon)
  const isLast = until - now <= LAST_MS && more >= MORE_AT_LAST
  if (isLast || Math.max(moreSoon, lessSoon) >= PRESSING) return 'spaced'
  return Math.max(moreSoon, lessSoon) >= 1 || other >= OTHER_LATER ? 'calm' : 'no'
}

/** How much less comes of one course than of the other between two moments; where it is more nothing is taken off. */
function behind(one: Steps, other: Steps, from: Instant, until: Instant): number {
  const inside = [...one, ...other].map(([at]) => at).filter((at) => at > from && at < until)
  const moments = [from, ...inside.toSorted((a, b) => a - b)]
  let less = 0
  for (const [index, at] of moments.entries()) {
    const stretch = (moments[index + 1] ?? until) - at
    less += Math.max(0, valueAt(other, at) - valueAt(one, at)) * stretch
  }
  return less
}

/** When a charger may be sent the next profile that can wait. @param apartMs so long after the last at the earliest */
export function nextTurn(
  stationId: string,
  { lastAt, count, since }: SentLately,
  apartMs = APART_MS,
): Instant {
  if (lastAt === null) return since
  if (count >= DAILY_BUDGET) return since + DAY
  const apart = Math.max(apartMs, count >= DAILY_BUDGET / 2 ? FURTHER_APART_MS : 0)
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
