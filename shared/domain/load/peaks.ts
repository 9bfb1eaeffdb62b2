import { HOUR, type Instant } from '../../time/instant.ts'
import { type Calendar, dayAround } from './calendar.ts'
import type { Gathered } from './curve.ts'
import type { DurationPoint, LoadPeak } from './load.ts'
import type { Span } from './meter.ts'
import { NONE } from './steps.ts'

/** The steps with the highest mean power, the highest first, at most one of each day by the site's clock. */
export function peaksOf(
  calendar: Calendar,
  line: Gathered,
  timeZone: string,
  limit: number,
): LoadPeak[] {
  const powers = meansOf(calendar, line)
  const highestFirst = [...powers.keys()]
    .filter((at) => !Number.isNaN(powers[at]))
    .sort((one, other) => (powers[other] ?? 0) - (powers[one] ?? 0) || one - other)
  const peaks: LoadPeak[] = []
  const days: Span[] = []
  for (const step of highestFirst) {
    if (peaks.length === limit) break
    const at = calendar.startsAt[step] ?? 0
    if (days.some(({ from, until }) => from <= at && at < until)) continue
    days.push(dayAround(at, timeZone))
    const maxW = line.maxW[step] ?? NONE
    peaks.push({
      at,
      meanW: Math.round(powers[step] ?? 0),
      maxW: maxW === NONE ? null : maxW,
      energyWh: line.energyWh[step] ?? 0,
    })
  }
  return peaks
}

/** For which share of the known steps at least how much was drawn, in that many points at most. */
export function durationOf(calendar: Calendar, line: Gathered, most: number): DurationPoint[] {
  const highestFirst = meansOf(calendar, line)
    .filter((power) => !Number.isNaN(power))
    .sort()
    .reverse()
  const count = highestFirst.length
  const points = Math.min(most, count)
  return Array.from({ length: points }, (_, point) => {
    const at = points === 1 ? 0 : Math.round((point * (count - 1)) / (points - 1))
    return { sharePct: ((at + 1) * 100) / count, meanW: Math.round(highestFirst[at] ?? 0) }
  })
}

/** How much of the time is known, %, as far as it is over. */
export function knownPctOf({ startsAt, endsAt }: Calendar, line: Gathered, now: Instant): number {
  const ms = Math.min(endsAt, now) - (startsAt[0] ?? endsAt)
  const known = line.knownMs.reduce((sum, part) => sum + part, 0)
  return ms <= 0 ? 0 : Math.min(100, Math.floor((known * 100) / ms))
}

/** The mean power of each step, W; not a number where nothing is known. */
function meansOf({ startsAt, endsAt }: Calendar, line: Gathered): Float64Array {
  const means = new Float64Array(startsAt.length).fill(Number.NaN)
  for (let at = 0; at < means.length; at += 1) {
    if ((line.knownMs[at] ?? 0) === 0) continue
    const length = (startsAt[at + 1] ?? endsAt) - (startsAt[at] ?? 0)
    means[at] = ((line.energyWh[at] ?? 0) * HOUR) / length
  }
  return means
}
