import { HOUR } from '../../../../shared/time/instant.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import type { TimeScale } from './scale.ts'

/**
 * The stretch of time that is in the document, wider than what is seen. Bars are placed in px from its beginning, so
 * moving sideways within it only shifts the layer they lie on.
 */
export interface TimeWindow {
  readonly from: Instant
  readonly until: Instant
  readonly msPerPx: number
  /** What is seen of it, px. */
  readonly viewPx: number
}

/**
 * The window to draw for a scale: the one before for as long as the view lies well within it.
 * @param passing while one zooms: the window before is kept, drawn wider or narrower, as long as that does
 */
export function windowFor(
  scale: TimeScale,
  viewPx: number,
  before: TimeWindow | null,
  passing = false,
): TimeWindow {
  const { originAt, msPerPx } = scale
  const view = viewPx * msPerPx
  const margin = passing ? view * PASSING_MARGIN : marginOf(view)
  const spare = passing ? 0 : margin / 5
  if (before !== null && before.viewPx === viewPx) {
    const stretch = before.msPerPx / msPerPx
    const asDrawn = passing ? stretch < MOST_STRETCH && stretch > 1 / MOST_STRETCH : stretch === 1
    const within = originAt - spare >= before.from && originAt + view + spare <= before.until
    if (asDrawn && within) return before
  }
  return {
    from: Math.floor(originAt - margin),
    until: Math.ceil(originAt + view + margin),
    msPerPx,
    viewPx,
  }
}

/**
 * How much is drawn on either side of what is seen: twelve hours, but not more than three screens of them and half a
 * screen at least. A day's width then has half of its bars in the document that a screen on either side would bring.
 */
function marginOf(view: number): number {
  return Math.max(view / 2, Math.min(12 * HOUR, 3 * view))
}

/** Of a view: what is drawn on either side of it while one zooms. */
const PASSING_MARGIN = 0.6

/** How much wider or narrower than it was drawn a window is shown while one zooms. */
const MOST_STRETCH = 2.5

/** Where an instant lies on the layer of a window, px from its beginning. */
export function layerX(window: TimeWindow, at: Instant): number {
  return (at - window.from) / window.msPerPx
}

/** How the layer of a window stands for a scale: shifted so far, px, and so many times as wide as it was drawn. */
export function layerPlace(
  window: TimeWindow,
  { originAt, msPerPx }: TimeScale,
): { shift: number; stretch: number } {
  return { shift: (window.from - originAt) / msPerPx, stretch: window.msPerPx / msPerPx }
}
