import type {
  ChargingControl,
  ProfilePlace,
  SentProfile,
} from '../../../../shared/domain/dispatch/charging-control.ts'
import { powersTold } from '../../../../shared/domain/dispatch/held.ts'
import { stepsFrom, valueAt } from '../../../../shared/domain/dispatch/steps.ts'
import type { Steps } from '../../../../shared/domain/dispatch/steps.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import { HOUR } from '../../../../shared/time/instant.ts'
import type { Instant } from '../../../../shared/time/instant.ts'

/** How one connector is told what it may draw, as the panel shows it. */
export type ControlView = {
  control: ChargingControl
  /** The last that was sent for the car, or else for any; null when nothing was. */
  last: SentProfile | null
  /** What the charger has taken for the car there; null when it has nothing. */
  course: Course | null
}

/** Live limits over time, W. */
export type Course = {
  steps: Steps
  from: Instant
  until: Instant
  nowW: number
  peakW: number
  /** When it is to change next, and to how much; null when it stays. */
  next: { at: Instant; w: number } | null
}

/** What is known of a charger itself: the row of its number 0. */
export function chargerOf(controls: readonly ChargingControl[], stationId: Id) {
  const row = controls.find((one) => one.stationId === stationId && one.connectorId === 0)
  return row?.charger ?? null
}

/** The connectors of a station in order, each with what was said and what holds. */
export function controlViews(
  controls: readonly ChargingControl[],
  stationId: Id,
  voltageV: number,
  now: Instant,
): ControlView[] {
  return controls
    .filter((control) => control.stationId === stationId && control.connectorId > 0)
    .toSorted((a, b) => a.connectorId - b.connectorId)
    .map((control) => ({
      control,
      last: lastSent(control.live) ?? lastSent(control.standing),
      course: courseOf(control.live.held, voltageV, now),
    }))
}

function lastSent({ held, asked }: ProfilePlace): SentProfile | null {
  return asked ?? held
}

/** At least so much of the way ahead is shown, and no more than that. */
const LEAST_AHEAD_MS = HOUR
const MOST_AHEAD_MS = 12 * HOUR
/** A little of the past, so that the line of now stands within the curve. */
const BEHIND_MS = HOUR / 4

function courseOf(held: SentProfile | null, voltageV: number, now: Instant): Course | null {
  if (held === null) return null
  const steps = powersTold(held, { phases: held.numberPhases, voltageV })
  const from = Math.min(now, Math.max(now - BEHIND_MS, steps[0]?.[0] ?? now))
  const ends = Math.min(held.until ?? Infinity, now + MOST_AHEAD_MS)
  const until = Math.max(ends, now + LEAST_AHEAD_MS)
  const ahead = stepsFrom(steps, now)
  const [, next] = ahead
  return {
    steps,
    from,
    until,
    nowW: valueAt(steps, now),
    peakW: Math.max(...steps.map(([, w]) => w)),
    next: next === undefined ? null : { at: next[0], w: next[1] },
  }
}

/** A course as the path of a stepped line in a box of that size; the highest step touches its top. */
export function coursePath(course: Course, width: number, height: number): string {
  const { steps, from, until, peakW } = course
  const xOf = (at: Instant): number =>
    Math.round((Math.min(Math.max(at, from), until) - from) * (width / (until - from)) * 10) / 10
  const yOf = (w: number): number =>
    Math.round((height - (peakW === 0 ? 0 : (w / peakW) * height)) * 10) / 10
  const inside = steps.filter(([at]) => at > from && at < until)
  const corners = inside.map(([at, w]) => `H${xOf(at)}V${yOf(w)}`)
  return `M0 ${yOf(valueAt(steps, from))}${corners.join('')}H${width}`
}
