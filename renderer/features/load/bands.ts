import type { LoadCurve, LoadMark } from '../../../shared/domain/load/load.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Stretch } from './span.ts'

/** A stretch of the chart about which something is odd. */
export interface Band {
  readonly from: Instant
  readonly until: Instant
  readonly mark: LoadMark
}

/** The marks in the order of how odd they are. */
export const marks = ['missing', 'estimated', 'clockSuspect', 'late'] as const

/** Of the width of the chart; what lies closer can't be told apart. */
const CLOSE = 1 / 300

/** The marks of a curve within a stretch, those of one kind that touch, or nearly, made into one. */
export function bandsOf({ marks: told }: Pick<LoadCurve, 'marks'>, stretch: Stretch): Band[] {
  const close = (stretch.until - stretch.from) * CLOSE
  return marks.flatMap((mark) => {
    const bands: Band[] = []
    const mine = told
      .filter((row) => row.mark === mark && row.until > stretch.from && row.from < stretch.until)
      .toSorted((a, b) => a.from - b.from)
    for (const row of mine) {
      const from = Math.max(stretch.from, row.from)
      const until = Math.min(stretch.until, row.until)
      const before = bands.at(-1)
      if (before !== undefined && from - before.until <= close)
        bands[bands.length - 1] = { ...before, until: Math.max(before.until, until) }
      else bands.push({ from, until, mark })
    }
    return bands
  })
}
