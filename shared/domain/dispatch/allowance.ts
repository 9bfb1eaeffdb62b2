import { headroomUnder, type Bounds, type Headroom, type Place } from './headroom.ts'

/** A car that can be told what to draw. */
export interface Drawer extends Place {
  readonly id: string
  /** What it is to draw, W. */
  readonly wantedW: number
  /** Below this it draws nothing, W. */
  readonly leastW: number
  /** How early it comes when not all can have what they want; the lowest first. */
  readonly rank: number
  /** Whether it is planned less than its least, and so has to charge for a part of the time only: now or later. */
  readonly mayWait?: boolean
}

/** What draws whatever is said, or may: chargers out of reach, those that can't be told and those that don't obey. */
export interface Reserved extends Place {
  readonly w: number
}

/**
 * What each car may draw at one moment, W: what it is to draw as long as all of it fits beside what is reserved. Where
 * it doesn't, each gets its least in order of rank as far as that goes, and then more, in that order again; those that
 * may wait get what is then left. What a plan has made fit is left as it is.
 */
export function allowancesAt(
  cars: readonly Drawer[],
  reserved: readonly Reserved[],
  bounds: Bounds,
): Map<string, number> {
  const left = headroomUnder(bounds)
  for (const draw of reserved) left.add(draw, draw.w)
  const allowed = new Map<string, number>()
  const all = headroomUnder(bounds)
  for (const draw of reserved) all.add(draw, draw.w)
  for (const car of cars) all.add(car, car.wantedW)
  if (all.holds) {
    for (const { id, wantedW } of cars) allowed.set(id, wantedW)
    return allowed
  }
  const inOrder = cars.toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
  const [firm, waiting] = [false, true].map((mayWait) =>
    inOrder.filter((car) => (car.mayWait ?? false) === mayWait),
  )
  for (const some of [firm, waiting]) {
    for (const car of some ?? []) allowed.set(car.id, give(left, car, car.wantedW, car.leastW))
    for (const car of some ?? []) {
      const now = allowed.get(car.id) ?? 0
      if (now > 0 || car.leastW === 0)
        allowed.set(car.id, now + give(left, car, car.wantedW - now, 0))
    }
  }
  return allowed
}

/** Its least, where it wants that much and there is room for it; with a least of 0 whatever there is room for. */
function give(left: Headroom, car: Drawer, wantedW: number, leastW: number): number {
  const room = Math.max(0, Math.floor(left.room(car)))
  if (leastW > 0) {
    if (wantedW < leastW || room < leastW) return 0
    left.add(car, leastW)
    return leastW
  }
  const w = Math.max(0, Math.min(wantedW, room))
  left.add(car, w)
  return w
}
