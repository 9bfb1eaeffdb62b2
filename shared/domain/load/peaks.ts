import { HOUR } from '../../time/instant.ts'
import { dayAround } from './calendar.ts'
import type { DurationPoint, LoadPeak } from './load.ts'
import { NONE, type Steps, WHOLE } from './steps.ts'

/** The steps with the highest mean power, the highest first, at most one of each day by the site's clock. */
export function peaksOf(steps: readonly Steps[], timeZone: string, limit: number): LoadPeak[] {
  const all = steps
    .flatMap(knownSteps)
    .toSorted((one, other) => other.meanW - one.meanW || one.at - other.at)
  const peaks: LoadPeak[] = []
  const days: { from: number; until: number }[] = []
  for (const peak of all) {
    if (peaks.length === limit) break
    if (days.some(({ from, until }) => from <= peak.at && peak.at < until)) continue
    days.push(dayAround(peak.at, timeZone))
    peaks.push(peak)
  }
  return peaks
}

function knownSteps(steps: Steps): LoadPeak[] {
  const known: LoadPeak[] = []
  for (let at = 0; at < steps.count; at += 1) {
    if ((steps.known[at] ?? 0) === 0) continue
    const energyWh = steps.energyWh[at] ?? 0
    const maxW = steps.maxW[at] ?? NONE
    known.push({
      at: steps.startsAt + at * steps.stepMs,
      meanW: meanW(energyWh, steps.stepMs),
      maxW: maxW === NONE ? null : maxW,
      energyWh,
    })
  }
  return known
}

function meanW(energyWh: number, ms: number): number {
  return Math.round((energyWh * HOUR) / ms)
}

/** For which share of the known time at least how much was drawn, in that many points at most. */
export function durationOf(steps: readonly Steps[], most: number): DurationPoint[] {
  const powers = new Float64Array(steps.reduce((sum, { count }) => sum + count, 0))
  let count = 0
  for (const { energyWh, known, stepMs, count: length } of steps)
    for (let at = 0; at < length; at += 1)
      if ((known[at] ?? 0) > 0) {
        powers[count] = meanW(energyWh[at] ?? 0, stepMs)
        count += 1
      }
  const highestFirst = powers.subarray(0, count).sort().reverse()
  const points = Math.min(most, count)
  return Array.from({ length: points }, (_, point) => {
    const at = points === 1 ? 0 : Math.round((point * (count - 1)) / (points - 1))
    return { sharePct: ((at + 1) * 100) / count, meanW: highestFirst[at] ?? 0 }
  })
}

/** How much of the time from the first step to the last is known, %. */
export function knownPctOf(steps: readonly Steps[]): number {
  let [known, count] = [0, 0]
  for (const part of steps) {
    count += part.count
    for (const share of part.known) known += share
  }
  return count === 0 ? 0 : Math.floor((known * 100) / (count * WHOLE))
}
