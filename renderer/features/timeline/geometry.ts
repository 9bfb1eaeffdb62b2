import type { Instant } from '../../../shared/time/instant.ts'
import type { Place } from './rows/places.ts'
import { rowAt } from './rows/rows.ts'
import type { TimelineRow } from './rows/rows.ts'
import { toAt } from './axis/scale.ts'
import type { TimeScale } from './axis/scale.ts'

/** How wide the heads of the rows are, and how high the axis above them is, px. As in `timeline.css`. */
export const HEAD_PX = 204
export const AXIS_PX = 46

/** What lies under a point of the window. */
export interface Spot {
  readonly at: Instant
  /** The connector whose row it is; null on a zone's head and beside the rows. */
  readonly place: Place | null
  readonly row: TimelineRow | null
}

/**
 * What lies under a point. `grid` is the scroller's box in the window, `scrollTop` how far it is scrolled; a point over
 * the heads or the axis is told as if they were not there.
 */
export function spotAt(
  point: { readonly clientX: number; readonly clientY: number },
  grid: { readonly left: number; readonly top: number },
  scrollTop: number,
  scale: TimeScale,
  rows: readonly TimelineRow[],
): Spot {
  const at = toAt(scale, point.clientX - grid.left - HEAD_PX)
  const row = rowAt(rows, point.clientY - grid.top - AXIS_PX + scrollTop)
  return { at, place: row?.kind === 'connector' ? row.place : null, row }
}
