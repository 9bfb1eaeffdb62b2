import { countingMeters, type PlacedMeter } from './counting-meters.ts'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { blankSteps, MEASURED, NONE, plus, put, sliceOf, type Steps, totalOf } from './steps.ts'

const QUARTER_MS = 15 * MINUTE

/** A station's meter with its steps. */
export interface MeterSteps extends PlacedMeter {
  readonly steps: Steps
}

/**
 * The sum of several meters' steps, which begin together and are equally long; null for none. It is known as far as
 * its parts are on the whole. Its greatest power is that of its mean step, since parts have theirs at other moments.
 */
export function sumOf(parts: readonly Steps[]): Steps | null {
  const [first] = parts
  if (first === undefined) return null
  const sum = blankSteps(first.startsAt, first.stepMs, first.count)
  const known = new Float64Array(first.count)
  for (const part of parts) {
    for (let at = 0; at < sum.count; at += 1) {
      sum.energyWh[at] = (sum.energyWh[at] ?? 0) + (part.energyWh[at] ?? 0)
      known[at] = (known[at] ?? 0) + (part.known[at] ?? 0)
      sum.flags[at] = (sum.flags[at] ?? 0) | (part.flags[at] ?? 0)
    }
    for (const phase of [0, 1, 2] as const) {
      const [to, from] = [sum.meanDa[phase], part.meanDa[phase]]
      for (let at = 0; at < sum.count; at += 1) to[at] = plus(to[at] ?? NONE, from[at] ?? NONE)
    }
  }
  for (let at = 0; at < sum.count; at += 1) {
    sum.known[at] = Math.round((known[at] ?? 0) / parts.length)
    if (sum.known[at] !== 0)
      sum.maxW[at] = Math.round(((sum.energyWh[at] ?? 0) * HOUR) / sum.stepMs)
  }
  return sum
}

/**
 * A station's steps: quarter of an hour by quarter of an hour those of its meters that count then; null for none.
 * @param meters steps of the same time, from a full quarter on
 */
export function stationSteps(meters: readonly MeterSteps[]): Steps | null {
  const [first] = meters
  if (first === undefined || meters.every(({ connectorId }) => connectorId !== 0))
    return sumOf(meters.map(({ steps }) => steps))
  const { startsAt, stepMs, count } = first.steps
  const station = blankSteps(startsAt, stepMs, count)
  const inQuarter = Math.max(1, QUARTER_MS / stepMs)
  for (let from = 0; from < count; from += inQuarter) {
    const quarters = meters.map((meter) => ({
      connectorId: meter.connectorId,
      steps: sliceOf(meter.steps, from, Math.min(inQuarter, count - from)),
    }))
    const counting = countingMeters(quarters, ({ steps }) => isMeasured(steps))
    const sum = sumOf(counting.map(({ steps }) => steps))
    if (sum === null) continue
    for (let at = 0; at < sum.count; at += 1) put(station, from + at, totalOf(sum, at, at + 1))
  }
  return station
}

function isMeasured({ flags }: Steps): boolean {
  return flags.some((bits) => (bits & MEASURED) !== 0)
}
