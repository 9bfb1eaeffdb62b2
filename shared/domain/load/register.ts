import { HOUR, type Instant } from '../../time/instant.ts'
import type { Point } from './points.ts'

/** The import register between two moments that follow each other in one count. */
export interface Movement {
  readonly from: Instant
  readonly until: Instant
  readonly fromWh: number
  readonly untilWh: number
  /** Whether a meter told at either end. */
  readonly measured: boolean
  /** What is odd about the moment it ends with. */
  readonly clockSuspect: boolean
  readonly late: boolean
}

/** Some registers go back by a little, when a transaction ends say: no energy came back. */
const ROLL_BACK_WH = 10

/** A register that has gone back stays where it was until it has caught up, or so long. */
export const ROLL_BACK_MS = HOUR

/** No connector draws more: a register that leaps further is another meter's. */
const MOST_W = 1_000_000

/** Some registers count whole kilowatt-hours, one of which may come in a second. */
const COARSEST_WH = 2_000

/**
 * How the register moved. Where it begins anew (a reset, another meter, a charger that counts from nought in each
 * transaction) nothing is known of the time between; there a count ends and another begins.
 * @param points in order of time
 */
export function movementsOf(points: readonly Point[]): Movement[] {
  const movements: Movement[] = []
  let before: Point | null = null
  let beforeWh = 0
  let highestAt = 0
  for (const point of points) {
    if (point.energyWh === null) continue
    let energyWh = point.energyWh
    if (before !== null) {
      const back = beforeWh - energyWh
      const held =
        back > 0 && isRollBack(before, point, back) && point.at - highestAt <= ROLL_BACK_MS
      if (held) energyWh = beforeWh
      if (energyWh >= beforeWh && isPossible(energyWh - beforeWh, point.at - before.at))
        movements.push(movement(before, beforeWh, point, energyWh))
      if (!held) highestAt = point.at
    } else highestAt = point.at
    before = point
    beforeWh = energyWh
  }
  return movements
}

function movement(before: Point, fromWh: number, point: Point, untilWh: number): Movement {
  return {
    from: before.at,
    until: point.at,
    fromWh,
    untilWh,
    measured: before.measured || point.measured,
    clockSuspect: point.clockSuspect,
    late: point.late,
  }
}

/** Each transaction may count from nought, and a short one comes to no more than a roll-back does. */
function isRollBack(before: Point, point: Point, backWh: number): boolean {
  const sameCount =
    before.transactionId === point.transactionId ||
    before.transactionId === '' ||
    point.transactionId === ''
  return sameCount && backWh <= ROLL_BACK_WH
}

function isPossible(energyWh: number, ms: number): boolean {
  return energyWh <= COARSEST_WH + (MOST_W * ms) / HOUR
}

/** The register at a moment of the movement, in whole Wh, had it moved evenly. */
export function registerAt({ from, until, fromWh, untilWh }: Movement, at: Instant): number {
  if (at <= from) return fromWh
  if (at >= until) return untilWh
  return Math.round(fromWh + ((untilWh - fromWh) * (at - from)) / (until - from))
}
