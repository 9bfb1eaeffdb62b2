import { spotAt } from '../geometry.ts'
import type { TimelineRow } from '../rows/rows.ts'
import { useTimelineView } from '../view-store.ts'
import type { Target } from './hold.ts'

/** A point of the window, px. */
export interface Point {
  readonly clientX: number
  readonly clientY: number
}

/** What a point over the grid means for what is held. */
export function targetUnder(point: Point, root: HTMLElement, rows: readonly TimelineRow[]): Target {
  const { scale } = useTimelineView.getState()
  const spot = spotAt(point, root.getBoundingClientRect(), root.scrollTop, scale, rows)
  return { at: spot.at, placeKey: spot.place?.key ?? null }
}
