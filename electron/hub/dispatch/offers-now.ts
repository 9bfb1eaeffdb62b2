import type { Drawer, Reserved } from '../../../shared/domain/dispatch/allowance.ts'
import { givenAway, type Taker } from '../../../shared/domain/dispatch/given-away.ts'
import type { Bounds } from '../../../shared/domain/dispatch/headroom.ts'
import { wattsOfTenth } from '../../../shared/domain/dispatch/limits.ts'
import { givesAway, toleranceW } from '../../../shared/domain/dispatch/obedience.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { drawnNow, type Watch } from './conduct.ts'
import type { ChargingPoint } from './scene.ts'

/** What is looked at to see what cars really take. */
export interface OffersAround {
  readonly now: Instant
  readonly bounds: Bounds
  readonly reserved: readonly Reserved[]
  readonly watch: Watch
  readonly pointOf: (id: string) => ChargingPoint | undefined
}

/** What each may draw just now, W: what a car hasn't taken for a while goes to those that could use it. */
export function offersNow(
  drawers: readonly Drawer[],
  allowed: ReadonlyMap<string, number>,
  around: OffersAround,
): Map<string, number> {
  const { reserved, bounds } = around
  const takers = drawers.map((drawer) => takerOf(drawer, allowed.get(drawer.id) ?? 0, around))
  return givenAway(takers, reserved, bounds)
}

function takerOf(
  { id, rank, phases, feederId, leastW }: Drawer,
  allowedW: number,
  { pointOf, watch, now }: OffersAround,
): Taker {
  const bare: Taker = { id, rank, phases, feederId, allowedW, keepsW: null, usesW: null }
  const point = pointOf(id)
  const watched = watch.get(id)
  const drawn = point === undefined ? null : drawnNow(point, now)
  if (point === undefined || watched === undefined || drawn === null) return bare
  const ampereW = wattsOfTenth('A', point.car) * 10
  const isNear = (w: number): boolean => drawn.w >= w - toleranceW({ allowedW: w, ampereW })
  // Room to show that it wants more: so much that it is seen to be near what it may, or not.
  const shownW = Math.ceil(drawn.w + 2 * toleranceW({ allowedW: drawn.w, ampereW }))
  if (givesAway(watched.taking, now) && !isNear(allowedW))
    return { ...bare, keepsW: Math.max(leastW, shownW) }
  if (!isNear(allowedW) || isServed(point)) return bare
  const takesAll = watched.heldW === null || isNear(watched.heldW)
  return { ...bare, usesW: takesAll ? point.mostW : Math.min(point.mostW, shownW) }
}

/** Whether all that is promised to the car is planned: what others leave is of no use to it, and telling it a write. */
function isServed({ line }: ChargingPoint): boolean {
  return line !== null && line.promised && line.readyAt !== null
}
