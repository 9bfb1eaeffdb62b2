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

/**
 * Scrolls the grid while the pointer is at an edge or beyond it. Either way only once the pointer has been away from the
 * edges of that way: it may only come by there, from the tray or from a bar that lies there.
 */
export function autoscroller(root: HTMLElement): (point: Point) => void {
  let sidewaysArmed = false
  let downArmed = false
  return ({ clientX, clientY }) => {
    const box = root.getBoundingClientRect()
    const sideways = pullOf(clientX, box.left + HEAD_PX, box.right)
    const down = pullOf(clientY, box.top + AXIS_PX, box.bottom)
    sidewaysArmed ||= sideways === 0
    downArmed ||= down === 0
    if (sidewaysArmed && sideways !== 0) pan(sideways)
    if (downArmed && down !== 0) root.scrollTop += down
  }
}
