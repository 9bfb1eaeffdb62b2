import { AXIS_PX, HEAD_PX } from '../geometry.ts'
import { pan } from '../view-store.ts'
import type { Point } from './spot.ts'

/** So near to an edge what is held pulls the view along, px. */
const EDGE_PX = 36

/** The most it pulls in one frame, px. */
const MOST_PX = 22

/** How far to scroll for a pointer there: nothing in the middle, more the nearer to an edge or beyond it. */
export function pullOf(at: number, from: number, until: number): number {
  if (at < from + EDGE_PX) return -strength(from + EDGE_PX - at)
  if (at > until - EDGE_PX) return strength(at - (until - EDGE_PX))
  return 0
}

function strength(px: number): number {
  return Math.min(1, px / (2 * EDGE_PX)) * MOST_PX
}

/** Whether a pointer is over the rows and away from their edges. */
export function isWellInside(root: HTMLElement, { clientX, clientY }: Point): boolean {
  const box = root.getBoundingClientRect()
  const sideways = pullOf(clientX, box.left + HEAD_PX, box.right)
  return sideways === 0 && pullOf(clientY, box.top + AXIS_PX, box.bottom) === 0
}

/** Scrolls the grid if the pointer is at an edge or beyond it. */
export function autoscroll(root: HTMLElement, { clientX, clientY }: Point): void {
  const box = root.getBoundingClientRect()
  const sideways = pullOf(clientX, box.left + HEAD_PX, box.right)
  const down = pullOf(clientY, box.top + AXIS_PX, box.bottom)
  if (sideways !== 0) pan(sideways)
  if (down !== 0) root.scrollTop += down
}
