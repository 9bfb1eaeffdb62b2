import type { LoadScope } from '../../../shared/domain/load/load.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { LoadOf, Split } from './load-view.ts'
import { stepOf } from './span.ts'
import type { Span, Stretch } from './span.ts'

/** What there is on the site that a load could be split by. */
export interface Parts {
  readonly feeders: number
  readonly stations: number
  /** Of the station looked at. */
  readonly connectors: number
}

/** So many lines can still be told apart. */
export const MOST_LINES = 12

const possible: Record<LoadOf['scope'], readonly Split[]> = {
  site: ['none', 'feeder', 'station', 'phase'],
  feeder: ['none', 'feeder', 'station', 'phase'],
  station: ['none', 'connector', 'phase'],
  building: ['none'],
}

/** By what a load may be split; by feeders only where there are some. */
export function splitsOf(of: LoadOf, parts: Parts): Split[] {
  return possible[of.scope].filter(
    (split) =>
      (split !== 'feeder' || parts.feeders > 0) && (split !== 'connector' || parts.connectors > 1),
  )
}

/** How a load is split while nobody has chosen: by what it is made of, as long as that can be told apart. */
export function usualSplit({ scope }: LoadOf, parts: Parts): Split {
  if (scope === 'building') return 'none'
  if (scope === 'station') return parts.connectors > 1 ? 'connector' : 'none'
  if (scope === 'site' && parts.feeders > 0 && parts.feeders <= MOST_LINES) return 'feeder'
  return parts.stations > 1 && parts.stations <= MOST_LINES ? 'station' : 'none'
}

/** The question to the hub for a curve. */
export interface CurveQuestion {
  readonly scope: LoadScope
  readonly id?: string
  readonly from: Instant
  readonly until: Instant
  readonly step: ReturnType<typeof stepOf>
  readonly split: Split
}

/** What to ask for a stretch; null where it lies ahead, since nothing was drawn there. Never more than is shown. */
export function questionOf(
  { scope, id }: LoadOf,
  split: Split,
  span: Span,
  { from, until }: Stretch,
  now: Instant,
): CurveQuestion | null {
  if (from >= now) return null
  const step = stepOf(span)
  return { scope, ...(id === null ? {} : { id }), from, until: Math.min(until, now), step, split }
}
