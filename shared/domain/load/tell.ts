import { HOUR, MINUTE, type Instant } from '../../time/instant.ts'
import { areaUnder, linesOf } from './line.ts'
import type { Meter, Span } from './meter.ts'
import { flag, minuteOf, overMinutes } from './minutes.ts'
import type { Point } from './points.ts'
import { CLOCK_SUSPECT, LATE, MISSING, NONE, type Steps, WHOLE } from './steps.ts'

/** The greatest power told in each minute; the mean where none was. */
export function tellPowers(steps: Steps, points: readonly Point[]): void {
  for (const { at, powerW } of points) {
    const minute = minuteOf(steps, at)
    if (powerW === null || minute === null) continue
    steps.maxW[minute] = Math.max(steps.maxW[minute] ?? NONE, powerW)
  }
  for (let at = 0; at < steps.count; at += 1) {
    const knownMs = steps.known[at] ?? 0
    if (steps.maxW[at] !== NONE || knownMs === 0) continue
    steps.maxW[at] = Math.round(((steps.energyWh[at] ?? 0) * HOUR) / knownMs)
  }
}

/** The mean current on each phase over the minute. @param still when nothing is drawn, so no current flows */
export function tellCurrents(
  steps: Steps,
  points: readonly Point[],
  gapMs: number,
  still: readonly Span[],
): void {
  const stillMs = new Int32Array(steps.count)
  const addTo = (sums: Int32Array) => (at: number, from: Instant, until: Instant) => {
    sums[at] = (sums[at] ?? 0) + until - from
  }
  for (const span of still) overMinutes(steps, span, addTo(stillMs))
  for (const phase of [0, 1, 2] as const) {
    const toldMs = stillMs.slice()
    const areas = new Float64Array(steps.count)
    for (const line of linesOf(points, gapMs, ({ currentDa }) => currentDa[phase])) {
      overMinutes(steps, line, addTo(toldMs))
      overMinutes(steps, line, (at, from, until) => {
        areas[at] = (areas[at] ?? 0) + areaUnder(line, from, until)
      })
    }
    for (let at = 0; at < steps.count; at += 1)
      if ((toldMs[at] ?? 0) > 0)
        steps.meanDa[phase][at] = Math.round(((areas[at] ?? 0) * HOUR) / MINUTE)
  }
}

/** @param settledAt what is not known before it is missing */
export function tellMarks(
  steps: Steps,
  points: readonly Point[],
  { since, until }: Pick<Meter, 'since' | 'until'>,
  settledAt: Instant,
): void {
  for (const point of points) {
    const minute = minuteOf(steps, point.at)
    if (minute !== null) flag(steps, minute, oddity(point))
  }
  const first = Math.max(0, Math.ceil((since - steps.startsAt) / MINUTE))
  const end = Math.min(until, settledAt)
  for (let at = first; at < steps.count; at += 1) {
    if (steps.startsAt + (at + 1) * MINUTE > end) break
    if ((steps.known[at] ?? 0) < WHOLE) flag(steps, at, MISSING)
  }
}

/** What is odd about a moment, as flags. */
export function oddity({ clockSuspect, late }: Pick<Point, 'clockSuspect' | 'late'>): number {
  return (clockSuspect ? CLOCK_SUSPECT : 0) | (late ? LATE : 0)
}
