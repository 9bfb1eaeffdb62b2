import type { LoadCurve } from '../../../shared/domain/load/load.ts'
import type { StoredPlan } from '../../../shared/domain/planning/stored-plan.ts'
import type { Feeder } from '../../../shared/domain/site/feeder.ts'
import type { Site } from '../../../shared/domain/site/site.ts'
import type { TemporaryLimit } from '../../../shared/domain/site/temporary-limit.ts'
import { bandsOf } from './bands.ts'
import type { Band } from './bands.ts'
import { toldBaseW } from './base-line.ts'
import { chartPoints } from './chart-points.ts'
import type { ChartParts, ChartPoint } from './chart-points.ts'
import { feederLimit, siteLimit } from './limit-line.ts'
import type { LimitStep } from './limit-line.ts'
import { MOST_LINES } from './question.ts'
import { earlier, later } from './span.ts'
import { stackOf, together } from './stack.ts'
import type { ChartLine } from './stack.ts'
import { settled, valuesOf } from './step-values.ts'
import type { Measure, ValueAt } from './step-values.ts'
import type { Answered, Wanted } from './use-load.ts'

/** All that the chart draws. */
export interface Chart {
  readonly wanted: Wanted
  readonly measure: Measure
  readonly stacked: boolean
  readonly lines: readonly ChartLine[]
  readonly points: readonly ChartPoint[]
  readonly bands: readonly Band[]
}

/** What is known of the site besides its load. */
export interface Known {
  readonly site: Site
  readonly plan: StoredPlan | null
  readonly temporary: readonly TemporaryLimit[]
  /** The one looked at; null when it is none. */
  readonly feeder: Feeder | null
}

const nothing: ValueAt = () => null

/** Puts what the hub answered on one time axis with what is planned, what is told of the building, and the limits. */
export function chartOf(answer: Answered, known: Known, areas: boolean): Chart {
  const { wanted } = answer
  const { of, span, split, stretch, asOf } = wanted
  const measure = measureOf(wanted)
  const stacked = areas && measure !== 'current'
  const curve = answer.curve === null ? null : settled(answer.curve, asOf)
  const lines = curve === null ? [] : stackOf(curve, MOST_LINES)
  const withBuilding = of.scope === 'site' && measure === 'power'
  const valueAt = (line: ChartLine) =>
    curve === null ? nothing : valuesOf(curve, line, measure, asOf)
  const points = chartPoints({
    stretch,
    curve,
    measure,
    stacked,
    lines: lines.map(valueAt),
    base: withBuilding ? baseOf(answer, known) : nothing,
    greatest: span === 'year' && split === 'none' ? greatestOf(curve) : nothing,
    compared: comparedOf(answer, known, measure, withBuilding),
    // The last hour has been drawn already, and nothing is planned for what is over.
    plan: withBuilding && span !== 'hour' ? known.plan : null,
    limit: limitOf(wanted, known, measure),
    now: asOf,
  })
  return {
    wanted,
    measure,
    stacked,
    lines,
    points,
    bands: curve === null ? [] : bandsOf(curve, stretch),
  }
}

function measureOf({ split, span }: Wanted): Measure {
  if (split === 'phase') return 'current'
  return span === 'year' ? 'energy' : 'power'
}

function limitOf({ of, stretch }: Wanted, known: Known, measure: Measure): LimitStep[] {
  const unit = measure === 'current' ? 'dA' : 'W'
  if (of.scope === 'site') return siteLimit(known.site, known.temporary, stretch, unit)
  return known.feeder === null ? [] : feederLimit(known.feeder, known.site, stretch, unit)
}

/** What the building draws: as its meter tells where it has one, otherwise as was told of it. */
function baseOf({ building, wanted }: Answered, { site }: Known): ValueAt {
  const [line] = building?.lines ?? []
  if (building !== null && line !== undefined)
    return valuesOf(settled(building, wanted.asOf), line, 'power', wanted.asOf)
  return (at) => kilo(toldBaseW(site.baseLoad, at, wanted.timeZone))
}

/** The greatest power of each day, kW. */
function greatestOf(curve: LoadCurve | null): ValueAt {
  const [line] = curve?.lines ?? []
  if (curve === null || line === undefined) return nothing
  return valuesOf(curve, { energyWh: line.maxW, meanDa: null }, 'energy', curve.endsAt)
}

/** The span before, moved to where the one shown lies, the building included as it is there. */
function comparedOf(
  { compared, comparedBuilding, wanted }: Answered,
  { site }: Known,
  measure: Measure,
  withBuilding: boolean,
): ChartParts['compared'] {
  if (compared === null) return null
  const { span, timeZone } = wanted
  const moved = movedOn(compared, wanted)
  const drawn = valuesOf(
    moved,
    { energyWh: together(compared.lines), meanDa: null },
    measure,
    Infinity,
  )
  const [line] = comparedBuilding?.lines ?? []
  const told: ValueAt = (at) =>
    kilo(toldBaseW(site.baseLoad, earlier(span, at, timeZone), timeZone))
  const base =
    comparedBuilding === null || line === undefined
      ? told
      : valuesOf(movedOn(comparedBuilding, wanted), line, measure, Infinity)
  return {
    times: [...moved.startsAt, moved.endsAt],
    value: (at) => {
      const value = drawn(at)
      return value === null ? null : value + (withBuilding ? (base(at) ?? 0) : 0)
    },
  }
}

function movedOn(
  { startsAt, endsAt }: LoadCurve,
  { span, timeZone }: Wanted,
): Pick<LoadCurve, 'startsAt' | 'endsAt'> {
  return {
    startsAt: startsAt.map((at) => later(span, at, timeZone)),
    endsAt: later(span, endsAt, timeZone),
  }
}

function kilo(watts: number | null): number | null {
  return watts === null ? null : watts / 1_000
}
