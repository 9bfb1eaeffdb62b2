import { headroomUnder, type Bounds, type Place } from './headroom.ts'
import type { Reserved } from './allowance.ts'

/** A car with what it may draw now. */
export interface Taker extends Place {
  readonly id: string
  readonly allowedW: number
  /** What it is left with when it gives the rest away, W; null where it takes what it may. */
  readonly keepsW: number | null
  /** What it could use, W; null where it doesn't ask for more. */
  readonly usesW: number | null
  /** Who comes first; the lowest first. */
  readonly rank: number
}

/**
 * What each may draw when those who take less than they may give the rest to those who could use it, W: never more in
 * all than before, so that the load stays as it was planned, and never more than the bounds anywhere. Nobody gives more
 * than is asked for.
 */
export function givenAway(
  takers: readonly Taker[],
  reserved: readonly Reserved[],
  bounds: Bounds,
): Map<string, number> {
  const allowed = new Map(takers.map(({ id, allowedW }) => [id, allowedW]))
  const restOf = ({ allowedW, keepsW }: Taker): number =>
    keepsW === null ? 0 : Math.max(0, allowedW - keepsW)
  const wishOf = ({ allowedW, usesW }: Taker): number =>
    usesW === null || allowedW === 0 ? 0 : Math.max(0, usesW - allowedW)
  let asked = takers.reduce((sum, taker) => sum + wishOf(taker), 0)
  let freed = 0
  const left = headroomUnder(bounds)
  for (const draw of reserved) left.add(draw, draw.w)
  for (const taker of takers.toSorted((a, b) => restOf(b) - restOf(a) || (a.id < b.id ? -1 : 1))) {
    const gives = Math.floor(Math.min(restOf(taker), asked))
    asked -= gives
    freed += gives
    left.add(taker, taker.allowedW - gives)
    allowed.set(taker.id, taker.allowedW - gives)
  }
  for (const taker of takers.toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))) {
    const more = Math.floor(Math.min(wishOf(taker), freed, Math.max(0, left.room(taker))))
    freed -= more
    left.add(taker, more)
    allowed.set(taker.id, (allowed.get(taker.id) ?? 0) + more)
  }
  return allowed
}
