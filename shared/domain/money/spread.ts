import { floor, minus, rational, type Rational, compare } from './rational.ts'

/**
 * Rounds the parts of a sum to integers that make a given total: each down, and then up those that lost most, the first
 * of equals first. The total is their sum rounded either way, or differs from it by less than there are parts.
 */
export function spread(total: number, parts: readonly Rational[]): number[] {
  const rounded = parts.map((part) => Number(floor(part)))
  let missing = total - rounded.reduce((sum, one) => sum + one, 0)
  const lost = parts.map((part, index) => ({
    index,
    rest: minus(part, rational(floor(part))),
  }))
  // A stable order, so that the same parts are always rounded the same.
  lost.sort((one, other) => compare(other.rest, one.rest) || one.index - other.index)
  for (let turn = 0; missing !== 0 && lost.length > 0; turn++) {
    const step = Math.sign(missing)
    const next = lost[step > 0 ? turn % lost.length : lost.length - 1 - (turn % lost.length)]
    if (next === undefined) break
    rounded[next.index] = (rounded[next.index] ?? 0) + step
    missing -= step
  }
  return rounded
}
