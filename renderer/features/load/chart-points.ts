import type { LoadCurve } from '../../../shared/domain/load/load.ts'
import type { StoredPlan } from '../../../shared/domain/planning/stored-plan.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { LimitStep } from './limit-line.ts'
import { lastNotAfter } from './sorted-times.ts'
import type { Stretch } from './span.ts'
import type { Measure, ValueAt } from './step-values.ts'

/** All that stands at one moment of the chart and holds until the next, in the unit of its measure. */
export interface ChartPoint {
  readonly at: Instant
  /** What each line shows by itself. */
  readonly values: readonly (number | null)[]
  /** From where to where each is drawn: on top of one another, or each from nought. */
  readonly areas: readonly (readonly [number, number] | null)[]
  /** The building below the lines. */
  readonly base: number | null
  /** Lines and building together; null where no line knows. */
  readonly total: number | null
  readonly compared: number | null
  readonly planned: number | null
  readonly limit: number | null
  readonly proven: number | null
  /** The greatest power within the step, kW. */
  readonly greatest: number | null
}

/** What a chart is put together from. Every `ValueAt` is in the unit of the measure. */
export interface ChartParts {
  readonly stretch: Stretch
  readonly curve: Pick<LoadCurve, 'startsAt' | 'endsAt'> | null
  readonly measure: Measure
  readonly stacked: boolean
  readonly lines: readonly ValueAt[]
  readonly base: ValueAt
  readonly greatest: ValueAt
  readonly compared: { readonly times: readonly Instant[]; readonly value: ValueAt } | null
  /** Null where the plan says nothing of what is looked at. */
  readonly plan: StoredPlan | null
  readonly limit: readonly LimitStep[]
  readonly now: Instant
}

/** A point at least this often across the chart: every quarter of a day. */
const EVENLY = 96

/** Everything on one time axis: a point wherever anything changes. */
export function chartPoints(parts: ChartParts): ChartPoint[] {
  const { stacked, lines, now } = parts
  const planned = plannedOf(parts)
  const limit = limitOf(parts)
  const proven = provenOf(parts)
  const points = timesOf(parts).map((at): ChartPoint => {
    const values = lines.map((line) => line(at))
    const known = values.some((value) => value !== null)
    const base = at < now ? parts.base(at) : null
    const sum = values.reduce<number>((all, value) => all + (value ?? 0), base ?? 0)
    return {
      at,
      values,
      areas: areasOf(values, stacked, base ?? 0),
      base,
      total: known ? sum : null,
      compared: parts.compared?.value(at) ?? null,
      planned: planned(at),
      limit: limit(at),
      proven: proven(at),
      greatest: parts.greatest(at),
    }
  })
  return points.flatMap((point, index) => {
    const next = points[index + 1]
    return next === undefined || !endsIn(point, next)
      ? [point]
      : [point, { ...point, at: next.at - 1 }]
  })
}

/** The point at a moment, and from when until when what it tells holds; null where there is none. */
export function stepAround(
  points: readonly ChartPoint[],
  at: Instant,
): { readonly point: ChartPoint; readonly from: Instant; readonly until: Instant } | null {
  const index = points.findIndex((point) => point.at === at)
  const point = points[index]
  if (point === undefined) return null
  // The point that ends a step tells the same as the one the step begins with.
  const others = points.slice(0, index + 1)
  const from = others.findLast((other) => !endsStep(points, other))?.at ?? at
  const until = points.slice(index + 1).find((other) => !endsStep(points, other))?.at ?? at
  return { point, from, until }
}

function endsStep(points: readonly ChartPoint[], point: ChartPoint): boolean {
  return points[points.indexOf(point) + 1]?.at === point.at + 1
}

/** Whether something ends where the next point begins; a step is drawn to its end only by a point that stands there. */
function endsIn(point: ChartPoint, next: ChartPoint): boolean {
  const shown = ({ values, base, compared, planned, greatest }: ChartPoint) => [
    ...values,
    base,
    compared,
    planned,
    greatest,
  ]
  const after = shown(next)
  return shown(point).some((value, index) => value !== null && after[index] === null)
}

function areasOf(
  values: readonly (number | null)[],
  stacked: boolean,
  base: number,
): ([number, number] | null)[] {
  const known = values.some((value) => value !== null)
  let low = stacked ? base : 0
  return values.map((value) => {
    // On a stack a line of which nothing is known must not tear those above it.
    if (value === null && !(stacked && known)) return null
    const area: [number, number] = [low, low + (value ?? 0)]
    if (stacked) low = area[1]
    return area
  })
}

function timesOf({ stretch, curve, compared, plan, limit, now }: ChartParts): Instant[] {
  const times = [
    stretch.from,
    stretch.until,
    ...(curve === null ? [] : [...curve.startsAt, curve.endsAt]),
    ...(compared?.times ?? []),
    ...limit.map(({ at }) => at),
    // The building is drawn until now, whatever the meters have told.
    now,
    ...(plan === null ? [] : slotTimes(plan).filter((at) => at > now)),
    ...evenTimes(stretch),
  ]
  return [...new Set(times)]
    .filter((at) => at >= stretch.from && at <= stretch.until)
    .toSorted((a, b) => a - b)
}

/** So that there is something to point at wherever one points. */
function evenTimes({ from, until }: Stretch): Instant[] {
  return Array.from({ length: EVENLY }, (_, index) => from + ((until - from) * index) / EVENLY)
}

function slotTimes({ startsAt, slotMs, plannedW }: StoredPlan): Instant[] {
  return Array.from({ length: plannedW.length + 1 }, (_, slot) => startsAt + slot * slotMs)
}

/** What is planned from now on, kW; before now what was drawn says more. */
function plannedOf({ plan, measure, now }: ChartParts): ValueAt {
  if (plan === null || measure !== 'power') return () => null
  const { startsAt, slotMs, plannedW } = plan
  return (at) => {
    const powerW = at < now ? undefined : plannedW[Math.floor((at - startsAt) / slotMs)]
    return powerW === undefined ? null : powerW / 1_000
  }
}

/** The lowest peak that is proven, as far as the plan reaches, kW. */
function provenOf({ plan, measure }: ChartParts): ValueAt {
  if (plan === null || measure !== 'power') return () => null
  const end = plan.startsAt + plan.plannedW.length * plan.slotMs
  return (at) => (at >= plan.startsAt && at <= end ? plan.provenPeakW / 1_000 : null)
}

function limitOf({ limit, measure }: ChartParts): ValueAt {
  const times = limit.map(({ at }) => at)
  return (at) => {
    const held = limit[Math.max(0, lastNotAfter(times, at))]?.limit
    if (held === undefined || held === null) return null
    return measure === 'current' ? held / 10 : held / 1_000
  }
}
