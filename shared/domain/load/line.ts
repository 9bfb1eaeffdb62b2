import { HOUR, type Instant } from '../../time/instant.ts'
import type { Point } from './points.ts'

/** A figure between two moments, in a straight line from one to the other. */
export interface Line {
  readonly from: Instant
  readonly until: Instant
  readonly fromValue: number
  readonly untilValue: number
  /** What is odd about the moment it ends with. */
  readonly clockSuspect: boolean
  readonly late: boolean
}

/**
 * A figure between the moments that tell it and are no further apart than `gapMs`.
 * @param points in order of time
 */
export function linesOf(
  points: readonly Point[],
  gapMs: number,
  valueOf: (point: Point) => number | null,
): Line[] {
  const lines: Line[] = []
  let before: { at: Instant; value: number } | null = null
  for (const point of points) {
    const { at, clockSuspect, late } = point
    const value = valueOf(point)
    if (value === null) continue
    if (before !== null && at > before.at && at - before.at <= gapMs) {
      const ends = { from: before.at, until: at, fromValue: before.value, untilValue: value }
      lines.push({ ...ends, clockSuspect, late })
    }
    before = { at, value }
  }
  return lines
}

/** Power (W). Where a transaction begins or ends without a word of it there is none. */
export function powerAt({ powerW, measured }: Point): number | null {
  return powerW ?? (measured ? null : 0)
}

/** Figure times hours under the line, from one moment on it to another: Wh under a line of W. Not rounded. */
export function areaUnder(line: Line, from: Instant, until: Instant): number {
  const slope = (line.untilValue - line.fromValue) / (line.until - line.from)
  const middle = line.fromValue + slope * ((from + until) / 2 - line.from)
  return (middle * (until - from)) / HOUR
}

/** The area under the lines from `from` up to any moment until `until`; null where they don't cover all of it. */
export function areaCurve(
  lines: readonly Line[],
  from: Instant,
  until: Instant,
): ((at: Instant) => number) | null {
  const inside = lines.filter((line) => line.until > from && line.from < until)
  const sums: number[] = []
  let reached = from
  let sum = 0
  for (const line of inside) {
    if (line.from > reached) return null
    sums.push(sum)
    reached = line.until
    sum += areaUnder(line, Math.max(from, line.from), Math.min(until, reached))
  }
  if (reached < until) return null
  return (at) => {
    const index = inside.findLastIndex((line) => line.from < at)
    const line = inside[index]
    if (line === undefined) return 0
    const start = Math.max(from, line.from)
    return (sums[index] ?? 0) + areaUnder(line, start, Math.min(at, line.until))
  }
}
