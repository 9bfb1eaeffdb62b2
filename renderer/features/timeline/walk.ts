import type { Instant } from '../../../shared/time/instant.ts'
import type { WalkDirection } from './keys.ts'
import type { Span } from './bar/lanes.ts'

/** A bar as the keys see it. */
export interface Stop extends Span {
  readonly id: string
}

/** The grid as the keys see it: the bars of each row, in order of time. */
export interface Walkable {
  readonly rowCount: number
  readonly stopsOn: (row: number) => readonly Stop[]
  /** How many rows Page Up and Down skip. */
  readonly page: number
  /** What is on screen: going up and down prefers what can be seen. */
  readonly view: Span
}

/** Where the keys stand. */
export interface Standing {
  readonly row: number
  readonly id: string
}

/** The bar a key leads to; null when there is none that way. */
export function walk(grid: Walkable, from: Standing, direction: WalkDirection): Standing | null {
  const stops = grid.stopsOn(from.row)
  const at = stops.findIndex(({ id }) => id === from.id)
  const here = stops[at]
  if (here === undefined) return null
  switch (direction) {
    case 'left':
      return standing(from.row, stops[at - 1])
    case 'right':
      return standing(from.row, stops[at + 1])
    case 'first':
      return standing(from.row, stops[0])
    case 'last':
      return standing(from.row, stops.at(-1))
    case 'up':
      return toRow(grid, from.row - 1, -1, here)
    case 'down':
      return toRow(grid, from.row + 1, 1, here)
    case 'pageUp':
      return (
        toRow(grid, Math.max(0, from.row - grid.page), 1, here, from.row) ??
        toRow(grid, from.row - 1, -1, here)
      )
    case 'pageDown':
      return (
        toRow(grid, Math.min(grid.rowCount - 1, from.row + grid.page), -1, here, from.row) ??
        toRow(grid, from.row + 1, 1, here)
      )
  }
}

/** Which of the bars lies nearest to a stretch of time; the earlier of two that are equally near. */
export function nearest(stops: readonly Stop[], to: Span): Stop | undefined {
  let best: Stop | undefined
  let least = Infinity
  for (const stop of stops) {
    const away = distance(stop, to)
    if (away < least) {
      least = away
      best = stop
    }
  }
  return best
}

/** The first row from `row` on, step by step and not past `end`, that shows a bar, and the nearest bar there. */
function toRow(
  grid: Walkable,
  row: number,
  step: 1 | -1,
  here: Span,
  end?: number,
): Standing | null {
  for (let next = row; next >= 0 && next < grid.rowCount && next !== end; next += step) {
    const seen = grid.stopsOn(next).filter((stop) => touches(stop, grid.view))
    const stop = nearest(seen, here)
    if (stop !== undefined) return { row: next, id: stop.id }
  }
  return null
}

function standing(row: number, stop: Stop | undefined): Standing | null {
  return stop === undefined ? null : { row, id: stop.id }
}

function touches(a: Span, b: Span): boolean {
  return a.from < b.until && b.from < a.until
}

/** How far apart two stretches lie; where they overlap, how far apart their middles are, as a negative share. */
function distance(a: Span, b: Span): Instant {
  if (!touches(a, b)) return Math.max(a.from - b.until, b.from - a.until) + 1
  const overlap = Math.min(a.until, b.until) - Math.max(a.from, b.from)
  return -overlap
}
