import type { LoadCurve } from '../../../shared/domain/load/load.ts'

/** A line of the chart: one of the curve's, or several small ones together. */
export interface ChartLine {
  /** The curve's own key; `others` for what is together. */
  readonly key: string
  /** How many lines it stands for. */
  readonly count: number
  readonly energyWh: readonly (number | null)[]
  readonly meanDa: readonly (number | null)[] | null
}

/** The key of the line that stands for the small ones. */
export const OTHERS = 'others'

/**
 * The lines of a curve, the greatest first, with those beyond `most` added up into one at the end. Phases stay in
 * their order.
 */
export function stackOf({ lines }: LoadCurve, most: number): ChartLine[] {
  if (lines.every(({ meanDa }) => meanDa !== null))
    return lines.map((line) => ({ ...line, count: 1 }))
  const bySize = lines
    .map((line) => ({ line, sum: sumOf(line.energyWh) }))
    .toSorted((a, b) => b.sum - a.sum)
    .map(({ line }) => line)
  // One more line takes no more room than the words for it.
  if (bySize.length <= most + 1) return bySize.map((line) => ({ ...line, count: 1 }))
  const rest = bySize.slice(most)
  return [
    ...bySize.slice(0, most).map((line) => ({ ...line, count: 1 })),
    { key: OTHERS, count: rest.length, energyWh: together(rest), meanDa: null },
  ]
}

/** What all lines drew in each step; null where none of them knows. */
export function together(lines: readonly Pick<ChartLine, 'energyWh'>[]): (number | null)[] {
  const steps = lines[0]?.energyWh.length ?? 0
  return Array.from({ length: steps }, (_, step) => {
    const known = lines.flatMap(({ energyWh }) => energyWh[step] ?? [])
    return known.length === 0 ? null : sumOf(known)
  })
}

/** The sum of what is known. */
export function sumOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}
