import type { LoadCurve } from '../../../shared/domain/load/load.ts'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { ChartLine } from './stack.ts'
import { lastNotAfter } from './sorted-times.ts'

/** What is drawn upwards: mean power, kW; current of a phase, A; or energy of the step, kWh. */
export type Measure = 'power' | 'current' | 'energy'

/** What each measure is written in. */
export const unitOf: Record<Measure, string> = { power: 'kW', current: 'A', energy: 'kWh' }

/** A value for every moment, null where nothing is known; the value of a step holds until its end. */
export type ValueAt = (at: Instant) => number | null

/** So long the hub may take to add up what was told. */
const TOLD_WITHIN = 2 * MINUTE
/** Of the time that has gone by in a step; of which less is known was not told whole. */
const MOSTLY = 0.6

/** The curve without the steps at its end that the chargers have only begun to tell. */
export function settled(curve: LoadCurve, now: Instant): LoadCurve {
  let steps = curve.startsAt.length
  const endOf = (step: number) => curve.startsAt[step + 1] ?? curve.endsAt
  const told = (step: number) => {
    const start = curve.startsAt[step] ?? 0
    const gone = Math.max(1, Math.min(endOf(step), now) - start)
    const knownMs = ({ knownPct }: LoadCurve['lines'][number]) =>
      ((knownPct[step] ?? 0) / 100) * (endOf(step) - start)
    return curve.lines.some((line) => knownMs(line) >= gone * MOSTLY)
  }
  while (steps > 0 && endOf(steps - 1) > now - TOLD_WITHIN && !told(steps - 1)) steps -= 1
  if (steps === curve.startsAt.length) return curve
  return {
    ...curve,
    startsAt: curve.startsAt.slice(0, steps),
    endsAt: curve.startsAt[steps] ?? curve.endsAt,
    lines: curve.lines.map((line) => ({
      ...line,
      energyWh: line.energyWh.slice(0, steps),
      maxW: line.maxW.slice(0, steps),
      meanDa: line.meanDa?.slice(0, steps) ?? null,
      knownPct: line.knownPct.slice(0, steps),
    })),
  }
}

/** What a line of the curve shows at every moment. The step that is under way counts as long as it has lasted. */
export function valuesOf(
  { startsAt, endsAt }: Pick<LoadCurve, 'startsAt' | 'endsAt'>,
  line: Pick<ChartLine, 'energyWh' | 'meanDa'>,
  measure: Measure,
  now: Instant,
): ValueAt {
  return (at) => {
    if (at >= endsAt) return null
    const step = lastNotAfter(startsAt, at)
    const start = startsAt[step]
    if (start === undefined) return null
    if (measure === 'current') return scaled(line.meanDa?.[step], 10)
    const energyWh = line.energyWh[step]
    if (measure === 'energy') return scaled(energyWh, 1_000)
    const lasted = Math.min(startsAt[step + 1] ?? endsAt, now) - start
    return lasted <= 0 ? null : scaled(energyWh, (1_000 * lasted) / HOUR)
  }
}

function scaled(value: number | null | undefined, by: number): number | null {
  return value === null || value === undefined ? null : value / by
}
