import { headroomUnder, type Bounds, type Place } from './headroom.ts'

/** A connector that gets a share for the time when nobody plans for it. */
export interface FallbackConnector extends Place {
  readonly id: string
  /** The most that can come out of it on each phase, 0.1 A. */
  readonly mostDa: number
}

/** Something that draws whatever it is told: a charger that can't be told, at its full power. */
export interface FixedDraw extends Place {
  readonly w: number
}

/** Below this on each phase no car charges, 0.1 A (IEC 61851-1). */
export const LEAST_DA = 60

/**
 * What each connector may draw by itself, 0.1 A on each phase, when neither hub nor network is there: installed in the
 * charger and always so small that all of them together stay within the bounds. Where there isn't 6 A for everybody,
 * the first in the order given get it, and the others 0; what is left is then shared evenly.
 * @param bounds what the site bears with the building at its highest
 * @param connectors in order of who is to get 6 A first
 */
export function fallbackShares(
  connectors: readonly FallbackConnector[],
  fixed: readonly FixedDraw[],
  bounds: Bounds,
): Map<string, number> {
  const shares = new Map<string, number>(connectors.map(({ id }) => [id, 0]))
  const shareOf = ({ id }: FallbackConnector): number => shares.get(id) ?? 0
  const left = headroomUnder(bounds)
  for (const draw of fixed) left.add(draw, draw.w)
  const wattsOf = ({ phases }: Place, da: number): number =>
    (da * phases.length * bounds.voltageV) / 10

  const give = (connector: FallbackConnector, da: number): boolean => {
    const w = wattsOf(connector, da)
    if (shareOf(connector) + da > connector.mostDa || !left.fits(connector, w)) return false
    left.add(connector, w)
    shares.set(connector.id, shareOf(connector) + da)
    return true
  }
  /** Whether all of these can have so much more, each up to what can come out of it. */
  const allCanHave = (growing: readonly FallbackConnector[], da: number): boolean => {
    const tried = headroomUnder(bounds)
    for (const draw of fixed) tried.add(draw, draw.w)
    for (const connector of connectors) tried.add(connector, wattsOf(connector, shareOf(connector)))
    for (const connector of growing) tried.add(connector, wattsOf(connector, upTo(connector, da)))
    return tried.holds
  }
  const upTo = (connector: FallbackConnector, da: number): number =>
    Math.min(da, connector.mostDa - shareOf(connector))

  let growing = connectors.filter((connector) => give(connector, LEAST_DA))
  while (growing.length > 0) {
    const more = greatestThat((da) => allCanHave(growing, da), MOST_DA)
    // What is less than a tenth for everybody goes to the first in order.
    growing = growing.filter((connector) =>
      more === 0 ? give(connector, 1) : give(connector, upTo(connector, more)),
    )
    growing = growing.filter((connector) => shareOf(connector) < connector.mostDa)
  }
  return shares
}

/** No connector gives more on a phase, 0.1 A. */
const MOST_DA = 10_000

/** The greatest whole number up to `most` that passes; 0 when none does. What passes does so for all below it. */
function greatestThat(passes: (value: number) => boolean, most: number): number {
  let [low, high] = [0, most]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (passes(middle)) low = middle
    else high = middle - 1
  }
  return low
}
