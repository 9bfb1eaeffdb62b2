import { SLOT_MS } from '../../../shared/domain/demand/slots.ts'
import { allowancesAt, type Drawer } from '../../../shared/domain/dispatch/allowance.ts'
import { heldPowers } from '../../../shared/domain/dispatch/held.ts'
import { leastW } from '../../../shared/domain/dispatch/limits.ts'
import {
  stepsFrom,
  valueAt,
  withoutRepeats,
  type Steps,
} from '../../../shared/domain/dispatch/steps.ts'
import type { PlanLine } from '../../../shared/domain/planning/stored-plan.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { takesLive } from './can-be-told.ts'
import type { Watch } from './conduct.ts'
import type { GridNow } from './grid-now.ts'
import { offersNow } from './offers-now.ts'
import { atWorstNow, reservedAt } from './reserved.ts'
import type { ChargingPoint, Scene } from './scene.ts'
import type { Desk } from './send.ts'

/** So many slots ahead what each may draw is held against the limits anew; further ahead the plan is taken as it is. */
const SLOTS_AHEAD = 8

/** A car whose charger is told what is planned for it. */
export interface Told {
  readonly point: ChargingPoint
  readonly transaction: Transaction
  readonly line: PlanLine
  /** By laxity; what is promised first. */
  readonly rank: number
}

/** What a car that is not told anything may draw now. */
export function othersNow(desk: Desk, point: ChargingPoint): number {
  if (point.transaction !== null && takesLive(desk, point)) return atWorstNow(desk, point)
  return reservedAt(desk, point, desk.tx.now)
}

/** What it may draw at a later moment: one that waits for its plan has its default meanwhile. */
function othersLater(desk: Desk, point: ChargingPoint, at: Instant): number {
  const { transaction, station, connector, car, mostW } = point
  if (transaction === null || !takesLive(desk, point)) return reservedAt(desk, point, at)
  const held = heldPowers(desk.book.of(station.id, connector.connectorId), transaction.id, car)
  return held === null ? mostW : valueAt(held, at)
}

/** What each may draw from now on, W: as planned, held against what is reserved by those who can't be told. */
export function coursesOf(
  desk: Desk,
  scene: Scene,
  grid: GridNow,
  told: readonly Told[],
  others: readonly ChargingPoint[],
  watch: Watch,
): Map<string, Steps> {
  const { now } = scene
  const points = new Map(told.map(({ point }) => [point.key, point]))
  const pointOf = (id: string): ChargingPoint | undefined => points.get(id)
  const wanted = new Map(told.map((car) => [car.point.key, plannedFor(desk, car, now)]))
  const moments = momentsAhead([...wanted.values()], now)
  const courses = new Map<string, [Instant, number][]>(told.map(({ point }) => [point.key, []]))
  for (const at of [now, ...moments]) {
    const drawers = told.map((car): Drawer => {
      const { key, place } = car.point
      const least = leastW(car.point.car)
      const w = valueAt(wanted.get(key) ?? [], at)
      const mayWait = isBelowLeast(valueAt(car.line.powers, at), least)
      return { ...place, id: key, rank: car.rank, leastW: least, wantedW: w, mayWait }
    })
    const reserved = others.map((point) => ({
      ...point.place,
      w: at === now ? othersNow(desk, point) : othersLater(desk, point, at),
    }))
    const bounds = grid.boundsAt(at)
    const planned = allowancesAt(drawers, reserved, bounds)
    const around = { now, bounds, reserved, watch, pointOf }
    const allowed = at === now ? offersNow(drawers, planned, around) : planned
    for (const { id } of drawers) courses.get(id)?.push([at, allowed.get(id) ?? 0])
  }
  const last = moments.at(-1) ?? now
  return new Map(
    told.map(({ point: { key } }) => {
      const later = (wanted.get(key) ?? []).filter(([at]) => at > last)
      return [key, withoutRepeats([...(courses.get(key) ?? []), ...later])]
    }),
  )
}

/** The slots ahead, and whenever else something is planned to change meanwhile. */
function momentsAhead(courses: readonly Steps[], now: Instant): Instant[] {
  const firstSlot = Math.floor(now / SLOT_MS) + 1
  const slots = Array.from({ length: SLOTS_AHEAD }, (_, at) => (firstSlot + at) * SLOT_MS)
  const last = slots.at(-1) ?? now
  const changes = courses.flat().map(([at]) => at)
  const all = new Set([...slots, ...changes.filter((at) => at > now && at < last)])
  return [...all].toSorted((a, b) => a - b)
}

/**
 * What is planned for it. A car whose mean lies below its least charges at its least for a part of the time: when it is
 * planned half of that or more, and then on until nothing is planned, so that it isn't told every minute.
 */
function plannedFor(desk: Desk, { point, transaction, line }: Told, now: Instant): Steps {
  const least = leastW(point.car)
  const { station, connector, car } = point
  const held = heldPowers(desk.book.of(station.id, connector.connectorId), transaction.id, car)
  const charges = held !== null && valueAt(held, now) >= least
  return stepsFrom(line.powers, now).map(([at, w]) => {
    if (!isBelowLeast(w, least)) return [at, w]
    const goesOn = at === now && charges
    return [at, goesOn || w >= least / 2 ? least : 0]
  })
}

function isBelowLeast(w: number, least: number): boolean {
  return w > 0 && w < least
}
