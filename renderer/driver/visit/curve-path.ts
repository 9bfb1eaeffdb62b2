import type { Instant } from '../../../shared/time/instant.ts'

/** A curve of power, drawn on a field so wide and so high. */
export interface CurvePath {
  readonly line: string
  readonly area: string
  /** What the top of the field stands for, W. */
  readonly topW: number
}

const STEPS_W = [1_000, 2_000, 4_000, 8_000, 12_000, 24_000, 50_000, 100_000, 200_000, 400_000]

/** The path of a charge's power from its beginning until now; null with less than two points. */
export function curvePath(
  points: readonly (readonly [at: Instant, powerW: number])[],
  until: Instant,
  width: number,
  height: number,
): CurvePath | null {
  const [first] = points
  const last = points[points.length - 1]
  if (first === undefined || last === undefined || points.length < 2) return null
  const most = Math.max(...points.map(([, powerW]) => powerW))
  const topW = STEPS_W.find((step) => step >= most * 1.05) ?? most * 1.05
  const end = Math.max(until, last[0])
  const span = Math.max(1, end - first[0])
  const place = ([at, powerW]: readonly [Instant, number]): string =>
    `${round(((at - first[0]) / span) * width)} ${round(height - (powerW / topW) * height)}`
  const line = `M${points.map(place).join('L')}`
  const [lastX] = place(last).split(' ')
  return { line, area: `${line}L${lastX} ${height}L0 ${height}Z`, topW }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
