import type { Instant } from '../../time/instant.ts'
import type { ChargingRateUnit } from '../charging-profile/charging-profile.ts'
import { stepsFrom, withoutRepeats, type Steps } from './steps.ts'

/** What of a car says how its power is told. */
export interface CarTerms {
  /** On how many phases it charges. */
  readonly phases: number
  /** Phase to neutral, V. */
  readonly voltageV: number
  /** Below this on each phase it doesn't charge, 0.1 A; 0 where it has no least. */
  readonly leastDa: number
  /** Whether it charges again after it was told 0. One that doesn't gets its least instead. */
  readonly suspendable: boolean
}

/** W of a tenth of the unit: of 0.1 A on each phase, or of 0.1 W. */
export function wattsOfTenth(
  unit: ChargingRateUnit,
  { phases, voltageV }: Pick<CarTerms, 'phases' | 'voltageV'>,
): number {
  return unit === 'A' ? (phases * voltageV) / 10 : 0.1
}

/**
 * A car's powers (W) as limits in tenths of the unit: A on each phase, or W over all. Rounded down to what chargers
 * take (0.1 A, whole watts), so never above the powers; below its least a car gets nothing (IEC 61851-1), unless it
 * would not begin again after that.
 */
export function limitsOf(powers: Steps, unit: ChargingRateUnit, terms: CarTerms): Steps {
  return withoutRepeats(powers.map(([from, w]) => [from, limitOf(w, unit, terms)]))
}

/** One power as a limit, see `limitsOf`. */
export function limitOf(w: number, unit: ChargingRateUnit, terms: CarTerms): number {
  const { suspendable } = terms
  if (w >= leastW(terms)) return tenths(w, unit, terms)
  return suspendable ? 0 : least(unit, terms)
}

/** Below this a car doesn't charge, W. Divided last: a tenth of a voltage has no exact binary form. */
export function leastW({ leastDa, phases, voltageV }: Omit<CarTerms, 'suspendable'>): number {
  return (leastDa * phases * voltageV) / 10
}

function tenths(w: number, unit: ChargingRateUnit, terms: CarTerms): number {
  if (unit === 'W') return Math.floor(Math.max(0, w)) * 10
  return Math.floor(Math.max(0, w) / wattsOfTenth('A', terms) + 1e-9)
}

function least(unit: ChargingRateUnit, terms: CarTerms): number {
  if (unit === 'A') return terms.leastDa
  return Math.ceil(leastW(terms)) * 10
}

/** Limits as the power they allow, W. */
export function powersOf(
  limits: Steps,
  unit: ChargingRateUnit,
  terms: Pick<CarTerms, 'phases' | 'voltageV'>,
): Steps {
  const { phases, voltageV } = terms
  return limits.map(([from, limit]) => [
    from,
    (unit === 'A' ? limit * phases * voltageV : limit) / 10,
  ])
}

/** What holds now and next is told exactly, where there are periods for it. */
const KEPT_PERIODS = 2

/**
 * The limits from a moment until another in at most so many periods. Neighbours are merged where that takes the least
 * from the car, and a merged period has the lower limit of the two: never more than before is allowed at any time. What
 * comes first is kept as it is, since the rest is told anew until it is there.
 */
export function inPeriods(limits: Steps, from: Instant, until: Instant, most: number): Steps {
  let periods: Steps = stepsFrom(limits, from).filter(([at]) => at === from || at < until)
  const kept = Math.min(KEPT_PERIODS, Math.floor(most / 2))
  while (periods.length > Math.max(1, most)) {
    const lost = periods.map((_, at) => lostByMerging(periods, at, until))
    const cheapest = lost.indexOf(Math.min(...lost.slice(kept + 1)), kept + 1)
    periods = merged(periods, cheapest)
  }
  return periods
}

/** What the car may lose when that period and the one before it get the lower limit of the two. */
function lostByMerging(periods: Steps, at: number, until: Instant): number {
  const [before, own, after] = [periods[at - 1], periods[at], periods[at + 1]]
  if (before === undefined || own === undefined) return Infinity
  const end = Math.max(after?.[0] ?? until, own[0])
  const [higherMs, differs] =
    before[1] > own[1]
      ? [own[0] - before[0], before[1] - own[1]]
      : [end - own[0], own[1] - before[1]]
  return higherMs * differs
}

function merged(periods: Steps, at: number): Steps {
  const low = Math.min(periods[at - 1]?.[1] ?? 0, periods[at]?.[1] ?? 0)
  const rest = periods.flatMap((period, index): Steps => {
    if (index === at) return []
    return index === at - 1 ? [[period[0], low]] : [period]
  })
  return withoutRepeats(rest)
}
