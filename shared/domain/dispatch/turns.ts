import { headroomUnder, type Bounds, type Place } from './headroom.ts'

/** A change that a car's charger is to be told. */
export interface Turn extends Place {
  readonly id: string
  /** The most that the car may draw until it has been told, W. */
  readonly atWorstW: number
  /** What it may draw then, W. */
  readonly allowedW: number
  /** Whether it is the charger's turn anyway; if not, only what a limit or a new car needs goes. */
  readonly isDue: boolean
  /** A car that waits to begin: it isn't made to wait for a turn. */
  readonly isNew: boolean
  readonly rank: number
}

/** How many chargers are told something at once, what limits need not counted: a site's uplink is narrow. */
export const MOST_AT_ONCE = 20

/**
 * Whose turn it is now, in order. Lowerings come first, at once where the bounds would be broken without them or where
 * somebody waits for their room. A raising goes only when there is room for it beside all that the others may draw at
 * worst: until a charger has taken a lowering, or its meter shows it, its car is counted at what it had.
 * @param others what everybody else may draw at worst, W
 */
export function turnsNow(
  turns: readonly Turn[],
  others: readonly (Place & { readonly w: number })[],
  bounds: Bounds,
): string[] {
  const lowerings = turns
    .filter(({ allowedW, atWorstW }) => allowedW <= atWorstW)
    .toSorted((a, b) => loweredW(b) - loweredW(a))
  const raisings = turns
    .filter(({ allowedW, atWorstW, isDue, isNew }) => allowedW > atWorstW && (isDue || isNew))
    .toSorted((a, b) => Number(b.isNew) - Number(a.isNew) || a.rank - b.rank)
  const now = headroomUnder(bounds)
  const afterwards = headroomUnder(bounds)
  for (const draw of others) for (const left of [now, afterwards]) left.add(draw, draw.w)
  for (const turn of turns) for (const left of [now, afterwards]) left.add(turn, turn.atWorstW)

  const raised: string[] = []
  for (const turn of raisings) {
    const moreW = turn.allowedW - turn.atWorstW
    afterwards.add(turn, moreW)
    if (!now.fits(turn, moreW)) continue
    now.add(turn, moreW)
    raised.push(turn.id)
  }

  const due = lowerings.filter(({ isDue, isNew }) => isDue || isNew)
  for (const turn of due) afterwards.add(turn, -loweredW(turn))
  const needed: Turn[] = []
  for (const turn of lowerings) {
    if (afterwards.holds) break
    if (turn.isDue || turn.isNew || loweredW(turn) === 0) continue
    afterwards.add(turn, -loweredW(turn))
    needed.push(turn)
  }
  const inTurn = [...due.slice(0, MOST_AT_ONCE).map(({ id }) => id), ...raised]
  return [...needed.map(({ id }) => id), ...inTurn.slice(0, MOST_AT_ONCE)]
}

function loweredW({ atWorstW, allowedW }: Turn): number {
  return atWorstW - allowedW
}
