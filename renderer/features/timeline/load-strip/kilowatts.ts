/** How power lies over the height of the strip, and where its axis is marked. */
export interface PowerScale {
  /** What the upper edge stands for, W. */
  readonly topW: number
  readonly heightPx: number
  /** Round powers, W, from nought up. */
  readonly ticksW: readonly number[]
}

/** Two marks lie at least so far apart, px. */
const TICK_PX = 24
/** Above the highest line there is room for its label, px. */
const HEADROOM_PX = 16
/** A site that draws nothing still has an axis. */
const LEAST_TOP_W = 1_000

const rounds = [1, 2, 5, 10]

/** A scale that shows everything up to `highestW` in a height. */
export function powerScale(highestW: number, heightPx: number): PowerScale {
  const usable = Math.max(1, heightPx - HEADROOM_PX)
  const topW = (Math.max(LEAST_TOP_W, highestW) * heightPx) / usable
  const stepW = roundStep((topW * TICK_PX) / heightPx)
  const count = Math.floor((topW - stepW / 4) / stepW)
  const ticksW = Array.from({ length: count + 1 }, (_, index) => index * stepW)
  return { topW, heightPx, ticksW }
}

/** Where a power lies, px from the upper edge. */
export function yOf({ topW, heightPx }: PowerScale, powerW: number): number {
  return heightPx * (1 - powerW / topW)
}

/** The least of 1, 2, 5, 10, 20 … that is not below `least`. */
function roundStep(least: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(least))
  const round = rounds.find((one) => one * magnitude >= least * 0.999_999) ?? 10
  return round * magnitude
}
