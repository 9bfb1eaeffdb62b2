/** Steps that people can count in, times a power of ten. */
const rounds = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]

/** The least top of a chart, W, so that a small load isn't drawn large. */
const LEAST_TOP_W = 10_000

/** The top of a chart of hours, W: a round number somewhat above the highest. */
export function topOf(hourlyW: readonly number[]): number {
  const highestW = Math.max(0, ...hourlyW) * 1.1
  if (highestW <= LEAST_TOP_W) return LEAST_TOP_W
  const power = 10 ** Math.floor(Math.log10(highestW))
  const round = rounds.find((times) => times * power >= highestW) ?? 10
  return round * power
}

/** By how much an arrow key changes an hour, W: a fiftieth of the chart, at least a tenth of a kW. */
export function stepOf(topW: number): number {
  return Math.max(100, topW / 50)
}

/** What a hand at that height of the chart means, W, in whole steps; 0 is the bottom, 1 the top. */
export function heldW(share: number, topW: number): number {
  const stepW = stepOf(topW)
  return Math.round((Math.min(1, Math.max(0, share)) * topW) / stepW) * stepW
}
