import { z } from 'zod'
import { MINUTE, type Instant } from '../../time/instant.ts'

/** Whether a charger holds to what it was told: not shown yet, shown by its meter, or shown not to. */
export const follows = z.enum(['unproven', 'yes', 'no'])
export type Follows = z.infer<typeof follows>

/** What is known of it, and what the last samples said. */
export interface Conduct {
  readonly follows: Follows
  /** When the sample was measured that was looked at last; null before the first. */
  readonly lookedAt: Instant | null
  /** How many samples in a row lay above what is allowed, and how many held to a limit that one could notice. */
  readonly overs: number
  readonly kept: number
}

/** Nothing is known. */
export const unproven: Conduct = { follows: 'unproven', lookedAt: null, overs: 0, kept: 0 }

/** What a car drew at a moment, and what it was allowed. */
export interface Sample {
  readonly measuredAt: Instant
  readonly drawnW: number
  /** What holds by the charger's own word, W. */
  readonly allowedW: number
  /** Since when: a car needs some seconds to follow. */
  readonly allowedSince: Instant
  /** What it could draw, W. */
  readonly mostW: number
  /** One ampere on each of its phases, W. */
  readonly ampereW: number
}

/** Cars follow within some five seconds (IEC 61851-1), chargers' meters tell means of longer. */
const FOLLOWS_WITHIN_MS = 15_000

/** So many samples in a row above what is allowed are more than two measuring intervals. */
const OVERS = 3

/** So many samples in a row that hold to it clear a charger that was caught. */
const KEPT = 5

/** Meters and cars are that exact at best: 1 A, or 5 % where that is more. */
export function toleranceW({ allowedW, ampereW }: Pick<Sample, 'allowedW' | 'ampereW'>): number {
  return Math.max(ampereW, allowedW * 0.05)
}

/**
 * What a new sample shows. One that accepts and ignores draws more than allowed for more than two measuring intervals;
 * one that obeys draws about as much as it may although it could draw more. The same sample is looked at once.
 */
export function judgeConduct(conduct: Conduct, sample: Sample): Conduct {
  const { measuredAt, drawnW, allowedW, allowedSince, mostW, ampereW } = sample
  if (conduct.lookedAt !== null && measuredAt <= conduct.lookedAt) return conduct
  if (measuredAt < allowedSince + FOLLOWS_WITHIN_MS) return conduct
  const isOver = drawnW > allowedW + toleranceW(sample)
  const wasHeldBack = mostW - allowedW >= ampereW && drawnW >= allowedW - toleranceW(sample)
  const overs = isOver ? conduct.overs + 1 : 0
  const kept = isOver ? 0 : wasHeldBack ? conduct.kept + 1 : conduct.kept
  const shows = overs >= OVERS ? 'no' : kept >= (conduct.follows === 'no' ? KEPT : 1) ? 'yes' : null
  return { follows: shows ?? conduct.follows, lookedAt: measuredAt, overs, kept }
}

/** Since when a car has taken less than it was offered; null while it takes it. */
export interface Taking {
  readonly lookedAt: Instant | null
  readonly lessSince: Instant | null
}

/** A car that takes less for so long gives the rest away. */
export const GIVES_AFTER_MS = 30_000

/** Samples older than this say nothing of now. */
export const STALE_MS = 5 * MINUTE

/** What a new sample shows of whether the car takes what it is offered. */
export function judgeTaking(taking: Taking, sample: Sample): Taking {
  const { measuredAt, drawnW, allowedW, allowedSince } = sample
  if (taking.lookedAt !== null && measuredAt <= taking.lookedAt) return taking
  if (measuredAt < allowedSince + FOLLOWS_WITHIN_MS) return taking
  const takesLess = drawnW < allowedW - toleranceW(sample)
  // The sample tells of the time before it, but no longer than the offer stood.
  const since = Math.max(allowedSince, taking.lookedAt ?? allowedSince)
  return { lookedAt: measuredAt, lessSince: takesLess ? (taking.lessSince ?? since) : null }
}

/** Whether what the car doesn't take may be given to others. */
export function givesAway({ lessSince }: Taking, now: Instant): boolean {
  return lessSince !== null && now - lessSince >= GIVES_AFTER_MS
}
