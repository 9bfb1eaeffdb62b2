import type { LoadMark } from '../../../shared/domain/load/load.ts'
import { OTHERS } from './stack.ts'
import type { ChartLine } from './stack.ts'

/** How a line is drawn, so that it can be told from the others without its colour too. */
export interface LineStyle {
  readonly colour: string
  readonly dashes: string
}

const dashes = ['none', '7 3', '2 3', '7 3 2 3'] as const

/** A line of the curve: of many each has its colour, and as a line its dashes; one alone is green as what charges. */
export function lineStyle(
  { key }: Pick<ChartLine, 'key'>,
  index: number,
  count: number,
): LineStyle {
  if (count === 1) return { colour: 'var(--lp-charging)', dashes: 'none' }
  if (key === OTHERS) return { colour: 'var(--lp-offline)', dashes: '1 3' }
  return {
    colour: `var(--lp-series-${index % 12})`,
    dashes: dashes[Math.floor(index / 3) % 4] ?? 'none',
  }
}

/** How strongly an area is filled: one alone lies under its own line. */
export function areaOpacity(count: number): number {
  return count === 1 ? 0.35 : 0.8
}

/** What is not yet is drawn faintly. */
export const PLANNED_OPACITY = 0.16

/** What is drawn besides the lines of the curve. */
export const drawn = {
  total: { colour: 'var(--lp-text)', dashes: 'none', width: 1.8 },
  compared: { colour: 'var(--lp-text-soft)', dashes: '5 4', width: 1.5 },
  limit: { colour: 'var(--lp-text)', dashes: 'none', width: 2.5 },
  proven: { colour: 'var(--lp-text)', dashes: '9 4 2 4', width: 1.5 },
  planned: { colour: 'var(--lp-booked)', dashes: 'none', width: 1 },
  base: { colour: 'var(--lp-line-strong)', dashes: 'none', width: 1 },
  greatest: { colour: 'var(--lp-text-soft)', dashes: '2 2', width: 1.2 },
} as const

/** How the ground is hatched where something is odd: each its own way and colour. */
export const hatches: Record<LoadMark, { path: string; colour: string; width: number }> = {
  missing: { path: 'M-2 2 2 -2M0 8 8 0M6 10 10 6', colour: 'var(--lp-offline)', width: 1.6 },
  estimated: { path: 'M-2 6 2 10M0 0 8 8M6 -2 10 2', colour: 'var(--lp-waiting)', width: 1 },
  clockSuspect: { path: 'M0 4h8M4 0v8', colour: 'var(--lp-risk)', width: 0.8 },
  late: { path: 'M0 2h8M0 6h8', colour: 'var(--lp-finished)', width: 0.8 },
}
