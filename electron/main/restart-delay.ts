/** A hub that served this long before it died has done nothing wrong lately. */
const calmMs = 60_000

/** Longest wait between two attempts. */
const longestMs = 30_000

export interface Deaths {
  /** Deaths in a row without a calm minute between them. */
  readonly inARow: number
}

/** No death yet. */
export const noDeaths: Deaths = { inARow: 0 }

/**
 * What to do when the hub has died after `servedMs`: the first two times in a row start it again
 * within 300 ms, then wait twice as long each time, half a minute at most.
 */
export function afterDeath(deaths: Deaths, servedMs: number): { deaths: Deaths; delayMs: number } {
  const inARow = servedMs >= calmMs ? 1 : deaths.inARow + 1
  const delayMs = inARow <= 2 ? 100 * inARow : Math.min(longestMs, 500 * 2 ** (inARow - 2))
  return { deaths: { inARow }, delayMs }
}
