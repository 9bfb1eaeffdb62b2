import { heldPowers } from '../../../shared/domain/dispatch/held.ts'
import {
  inPeriods,
  limitsOf,
  powersOf,
  wattsOfTenth,
} from '../../../shared/domain/dispatch/limits.ts'
import { givesAway, toleranceW } from '../../../shared/domain/dispatch/obedience.ts'
import { leastIn, valueAt, type Steps } from '../../../shared/domain/dispatch/steps.ts'
import { turnsNow, type Turn } from '../../../shared/domain/dispatch/turns.ts'
import {
  APART_MS,
  CALM_MS,
  NEAR_MS,
  nextTurn,
  worthSending,
  type Worth,
} from '../../../shared/domain/dispatch/worth-sending.ts'
import { HOUR, MINUTE, type Instant } from '../../../shared/time/instant.ts'
import { hasSettled } from './ask.ts'
import { takesLive } from './can-be-told.ts'
import { drawnNow, type Watch } from './conduct.ts'
import { coursesOf, othersNow, type Told } from './courses.ts'
import type { GridNow } from './grid-now.ts'
import { atWorstNow } from './reserved.ts'
import type { ChargingPoint, Scene } from './scene.ts'
import { sendProfile, type Desk } from './send.ts'

/** A car that stays after its time is told so far ahead. */
const OVERSTAY_MS = 4 * HOUR

/** A profile that was lost is sent again after this. */
const AGAIN_MS = MINUTE

/** Tells the chargers of the cars that charge what they may draw from now on, those whose turn it is. */
export function sendLive(desk: Desk, scene: Scene, grid: GridNow, watch: Watch): void {
  const told = scene.points.flatMap((point) => toldCar(desk, point))
  const isTold = new Set(told.map(({ point }) => point.key))
  const others = scene.points.filter(({ key }) => !isTold.has(key))
  const courses = coursesOf(desk, scene, grid, told, others, watch)
  const wishes = told.map((car) => wishOf(desk, car, courses.get(car.point.key) ?? [], watch))
  const othersW = others.map((point) => ({ ...point.place, w: othersNow(desk, point) }))
  const byKey = new Map(wishes.map((wish) => [wish.turn.id, wish]))
  const turns = wishes.filter(({ maySend }) => maySend).map(({ turn }) => turn)
  const waiting = wishes
    .filter(({ maySend }) => !maySend)
    .map(({ turn }) => ({ ...turn, w: turn.atWorstW }))
  for (const id of turnsNow(turns, [...othersW, ...waiting], grid.boundsAt(scene.now))) {
    const wish = byKey.get(id)
    if (wish !== undefined) send(desk, wish)
  }
}

function toldCar(desk: Desk, point: ChargingPoint): Told[] {
  const { transaction, line } = point
  if (transaction === null || line === null || !takesLive(desk, point)) return []
  // A battery that fills up slowly is planned to be done in time for that; who falls short has no time to lose.
  const leftMs = Math.min(line.departsAt, line.readyAt ?? Infinity) - desk.tx.now
  const takesMs = (line.remainingWh / Math.max(1, line.maxW)) * HOUR
  const laxityMs = line.shortfallWh > 0 ? 0 : leftMs - takesMs
  return [{ point, transaction, line, rank: laxityMs + (line.promised ? 0 : 1_000 * HOUR) }]
}

/** What a car's charger is to be told, and whether it can be now. */
interface LiveWish {
  readonly told: Told
  readonly turn: Turn
  readonly limits: Steps
  readonly until: Instant
  readonly maySend: boolean
}

function wishOf(desk: Desk, told: Told, course: Steps, watch: Watch): LiveWish {
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
    isDue:
      isDue(worth, (apartMs) => nextTurn(station.id, charger, apartMs), tx.now) &&
      !leavesRoom(told, heldW, watch, tx.now),
    isNew: worth === 'now',
  }
  return { told, turn, limits, until, maySend }
}

const nothing = { standing: { held: null, asked: null } } as const

function isDue(worth: Worth, turnAfter: (apartMs: number) => Instant, now: Instant): boolean {
  if (worth === 'now' || worth === 'no') return worth === 'now'
  return now >= turnAfter(worth === 'calm' ? CALM_MS : APART_MS)
}

/**
 * Whether the car takes less than its charger holds for the time ahead: another limit would change nothing. What somebody
 * else needs of it is taken from it all the same.
 */
function leavesRoom({ point }: Told, heldW: Steps | null, watch: Watch, now: Instant): boolean {
  const taking = watch.get(point.key)?.taking
  const drawn = drawnNow(point, now)
  if (heldW === null || drawn === null || taking === undefined || !givesAway(taking, now))
    return false
  const leastHeldW = leastIn(heldW, now, now + NEAR_MS)
  const ampereW = wattsOfTenth('A', point.car) * 10
  return drawn.w < leastHeldW - toleranceW({ allowedW: leastHeldW, ampereW })
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
