/** A figure and its baseline, taken one right after the other. */
export type Pair = { value: number; baseline: number }

/**
 * The pair with the middle ratio. A machine that is busy in one round is busy for both sides of it, so
 * this is steadier than two medians that may come from different rounds.
 */
export function typicalPair(pairs: readonly Pair[]): Pair {
  const sorted = pairs.toSorted(
    (one, other) => one.value / one.baseline - other.value / other.baseline,
  )
  return sorted[Math.floor(sorted.length / 2)] ?? { value: Number.NaN, baseline: Number.NaN }
}
