import type { Instant } from '../../time/instant.ts'
import type { PlanLine } from './stored-plan.ts'

type Powers = PlanLine['powers']

/** What a car is to draw at `at`, W, and since when that holds; null before its plan begins. */
export function powerAt(
  powers: Powers,
  at: Instant,
): { readonly powerW: number; readonly since: Instant } | null {
  const step = powers.findLast(([from]) => from <= at)
  return step === undefined ? null : { powerW: step[1], since: step[0] }
}

/** When a car that waits is to go on; null when it isn't. */
export function goesOnAt(powers: Powers, now: Instant): Instant | null {
  return powers.find(([from, powerW]) => from > now && powerW > 0)?.[0] ?? null
}

/** A stretch in which a car charges, or waits; `lowW` and `highW` are its least and its greatest power. */
export interface Run {
  readonly from: Instant
  readonly until: Instant
  readonly lowW: number
  readonly highW: number
}

/** The plan of a car from `now` until it departs as stretches of charging and of waiting, one after the other. */
export function runsOf(powers: Powers, departsAt: Instant, now: Instant): Run[] {
  const runs: Run[] = []
  for (const [index, [start, powerW]] of powers.entries()) {
    const from = Math.max(now, start)
    const until = Math.min(departsAt, powers[index + 1]?.[0] ?? departsAt)
    if (until <= from) continue
    const before = runs.at(-1)
    if (before !== undefined && before.highW > 0 === powerW > 0)
      runs[runs.length - 1] = {
        from: before.from,
        until,
        lowW: Math.min(before.lowW, powerW),
        highW: Math.max(before.highW, powerW),
      }
    else runs.push({ from, until, lowW: powerW, highW: powerW })
  }
  return runs
}
