import { allowancesAt, type Drawer } from '../../../shared/domain/dispatch/allowance.ts'
import { SLOT_MS } from '../../../shared/domain/demand/slots.ts'
import {
  inPeriods,
  limitsOf,
  powersOf,
  wattsOfTenth,
} from '../../../shared/domain/dispatch/limits.ts'
import { heldPowers } from '../../../shared/domain/dispatch/held.ts'
import {
  stepsFrom,
  valueAt,
  withoutRepeats,
  type Steps,
} from '../../../shared/domain/dispatch/steps.ts'
import { turnsNow, type Turn } from '../../../shared/domain/dispatch/turns.ts'
import {
  nextTurn,
  worthSending,
  type Worth,
} from '../../../shared/domain/dispatch/worth-sending.ts'
import type { PlanLine } from '../../../shared/domain/planning/stored-plan.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import { HOUR, MINUTE, type Instant } from '../../../shared/time/instant.ts'
import { hasSettled } from './ask.ts'
import { takesLive } from './can-be-told.ts'
import type { Watch } from './conduct.ts'
import type { GridNow } from './grid-now.ts'
import { offersNow } from './offers-now.ts'
import { atWorstNow, reservedAt } from './reserved.ts'
import type { ChargingPoint, Scene } from './scene.ts'
import { sendProfile, type Desk } from './send.ts'

/** So many slots ahead what each may draw is held against the limits anew; further ahead the plan is taken as it is. */
const SLOTS_AHEAD = 8

/** A car that stays after its time is told so far ahead. */
const OVERSTAY_MS = 4 * HOUR

/** A profile that was lost is sent again after this. */
const AGAIN_MS = MINUTE

/** A car whose charger is told what is planned for it. */
interface Told {
  readonly point: ChargingPoint
  readonly transaction: Transaction
  readonly line: PlanLine
  /** By laxity; what is promised first. */
  readonly rank: number
}

/** Tells the chargers of the cars that charge what they may draw from now on, those whose turn it is. */
export function sendLive(desk: Desk, scene: Scene, grid: GridNow, watch: Watch): void {
  const told = scene.points.flatMap((point) => toldCar(desk, point))
  const isTold = new Set(told.map(({ point }) => point.key))
  const others = scene.points.filter(({ key }) => !isTold.has(key))
  const courses = coursesOf(desk, scene, grid, told, others, watch)
  const wishes = told.map((car) => wishOf(desk, car, courses.get(car.point.key) ?? []))
  const others0 = others.map((point) => ({ ...point.place, w: othersNow(desk, point) }))
  const byKey = new Map(wishes.map((wish) => [wish.turn.id, wish]))
  const turns = wishes.filter(({ maySend }) => maySend).map(({ turn }) => turn)
  const waiting = wishes
    .filter(({ maySend }) => !maySend)
    .map(({ turn }) => ({ ...turn, w: turn.atWorstW }))
  for (const id of turnsNow(turns, [...others0, ...waiting], grid.boundsAt(scene.now))) {
    const wish = byKey.get(id)
    if (wish !== undefined) send(desk, wish)
  }
}

function toldCar(desk: Desk, point: ChargingPoint): Told[] {
  const { transaction, line } = point
  if (transaction === null || line === null || !takesLive(desk, point)) return []
  const leftMs = line.departsAt - desk.tx.now
  const laxityMs = leftMs - (line.remainingWh / Math.max(1, line.maxW)) * HOUR
  return [{ point, transaction, line, rank: laxityMs + (line.promised ? 0 : 1_000 * HOUR) }]
}

/** What a car that is not told anything may draw now. */
function othersNow(desk: Desk, point: ChargingPoint): number {
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
function coursesOf(
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
  const wanted = new Map(told.map((car) => [car.point.key, plannedFor(car, now)]))
  const moments = momentsAhead([...wanted.values()], now)
  const courses = new Map<string, [Instant, number][]>(told.map(({ point }) => [point.key, []]))
  for (const at of [now, ...moments]) {
    const drawers = told.map((car): Drawer => {
      const { key, place } = car.point
      const leastW = leastOf(car)
      const w = valueAt(wanted.get(key) ?? [], at)
      return { ...place, id: key, rank: car.rank, leastW, wantedW: w }
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

/** What is planned for it. A car whose mean lies below its least charges at its least for a part of the time. */
function plannedFor(car: Told, now: Instant): Steps {
  const leastW = leastOf(car)
  return stepsFrom(car.line.powers, now).map(([at, w]) => [at, w > 0 && w < leastW ? leastW : w])
}

function leastOf({ point: { car } }: Told): number {
  return car.leastDa * wattsOfTenth('A', car)
}

/** What a car's charger is to be told, and whether it can be now. */
interface LiveWish {
  readonly told: Told
  readonly turn: Turn
  readonly limits: Steps
  readonly until: Instant
  readonly maySend: boolean
}

function wishOf(desk: Desk, told: Told, course: Steps): LiveWish {
  const { book, tx } = desk
  const { point, transaction, line, rank } = told
  const { station, connector, car, place, key } = point
  const { live } = book.of(station.id, connector.connectorId)
  const charger = book.charger(station.id)
  const manner = charger.manner ?? { unit: 'A', maxPeriods: 1 }
  const until = line.departsAt > tx.now + MINUTE ? line.departsAt : tx.now + OVERSTAY_MS
  const exact = limitsOf(course, manner.unit, car)
  const limits = inPeriods(exact, tx.now, until, manner.maxPeriods)
  const powers = powersOf(limits, manner.unit, car)
  const perDa = wattsOfTenth('A', car)
  const inDa = (steps: Steps): Steps => steps.map(([at, w]) => [at, w / perDa])
  const held = live.held?.transactionId === transaction.id ? live.held : null
  const heldW = held === null ? null : heldPowers({ ...nothing, live }, transaction.id, car)
  const worth = isFromBefore(held?.answeredAt ?? null, station.connectionSince)
    ? 'now'
    : worthSending(
        {
          installed: heldW === null ? null : inDa(heldW),
          wanted: inDa(powers),
          installedUntil: held?.until ?? null,
          until,
        },
        tx.now,
      )
  const maySend = isFree(live.asked, tx.now) && hasSettled(station, tx.now)
  const turn: Turn = {
    ...place,
    id: key,
    rank,
    atWorstW: atWorstNow(desk, point),
    allowedW: valueAt(powers, tx.now),
    isDue: isDue(worth, nextTurn(station.id, charger), tx.now),
    isNew: worth === 'now',
  }
  return { told, turn, limits, until, maySend }
}

const nothing = { standing: { held: null, asked: null } } as const

function isDue(worth: Worth, turnAt: Instant, now: Instant): boolean {
  return worth === 'now' || (worth === 'spaced' && now >= turnAt)
}

/** Whether it was taken on an earlier connection: the charger may have lost it since. */
function isFromBefore(answeredAt: Instant | null, connectionSince: Instant | null): boolean {
  return answeredAt !== null && answeredAt < (connectionSince ?? 0)
}

/** One at a time: what is under way is waited for, and what was lost is not hammered in. */
function isFree(asked: { answer: string; sentAt: Instant } | null, now: Instant): boolean {
  if (asked === null || asked.answer === 'refused') return true
  return asked.answer === 'lost' && now - asked.sentAt >= AGAIN_MS
}

function send(desk: Desk, { told, limits, until }: LiveWish): void {
  const { point, transaction } = told
  const { manner } = desk.book.charger(point.station.id)
  if (manner === null) return
  sendProfile(desk, {
    stationId: point.station.id,
    connectorId: point.connector.connectorId,
    purpose: 'TxProfile',
    manner,
    numberPhases: point.car.phases,
    limits,
    until,
    transaction,
  })
}
