import type { SentProfile } from '../../../shared/domain/dispatch/charging-control.ts'
import {
  fallbackShares,
  type FallbackConnector,
  type FixedDraw,
} from '../../../shared/domain/dispatch/fallback.ts'
import type { Bounds } from '../../../shared/domain/dispatch/headroom.ts'
import { limitOf, wattsOfTenth, type CarTerms } from '../../../shared/domain/dispatch/limits.ts'
import { nextTurn, WORTH_DA } from '../../../shared/domain/dispatch/worth-sending.ts'
import { allPhases } from '../../../shared/domain/planning/problem.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { phasesOf } from '../../../shared/domain/demand/wiring.ts'
import { canBeTold } from './can-be-told.ts'
import type { ChargingPoint, ControlledStation, Scene } from './scene.ts'
import { sendProfile, type Desk } from './send.ts'

/** What a connector is thought to give on a phase when nobody has told, 0.1 A. */
const ASSUMED_DA = 320

/** What a lost word is waited for before it is said again. */
const AGAIN_MS = MINUTE

/**
 * Keeps in every charger what it may draw by itself: a default for each connector, and for a station with several the
 * most that its supply bears. All defaults together never exceed the connection, so the site is safe when nobody is
 * there to say anything; where there isn't 6 A for all, the stations that the site had first get it. They are lowered
 * before any is raised.
 */
export function keepStanding(desk: Desk, scene: Scene, always: Bounds): void {
  const shares = sharesOf(desk, scene, always)
  for (const { station, points } of scene.stations) {
    for (const { key, connector } of points)
      writeShare(desk, station.id, connector.connectorId, shares.get(key) ?? 0)
    if (points.length > 1) writeShare(desk, station.id, 0, supplyDa(points, always))
  }
  const wishes = scene.stations.flatMap((controlled) => wishesOf(desk, controlled))
  const lowering = wishes.filter(({ kind }) => kind === 'lower')
  // A charger out of reach holds what it holds: what it should give up is nobody else's yet.
  const heldBack = scene.points.some((point) => !point.isOnline && holdsTooMuch(desk, point))
  const others = heldBack ? wishes.filter(({ kind }) => kind === 'install') : wishes
  for (const { point, station, connectorId } of lowering.length > 0 ? lowering : others) {
    const { manner } = desk.book.charger(station.station.id)
    const da = desk.book.of(station.station.id, connectorId).fallbackDa
    if (manner === null || da === null) continue
    const car = point === null ? supplyOf(station.points) : bareTerms(point)
    const limit = limitOf(Math.floor(da * wattsOfTenth('A', car)), manner.unit, car)
    sendProfile(desk, {
      stationId: station.station.id,
      connectorId,
      purpose: connectorId === 0 ? 'ChargePointMaxProfile' : 'TxDefaultProfile',
      manner,
      numberPhases: car.phases,
      limits: [[desk.tx.now, limit]],
      until: null,
    })
  }
}

function sharesOf(desk: Desk, scene: Scene, always: Bounds): Map<string, number> {
  const told: FallbackConnector[] = []
  const fixed: FixedDraw[] = []
  for (const point of scene.points) {
    if (canBeTold(desk, point) || isUnread(desk, point)) told.push(fallbackConnector(point))
    else fixed.push({ ...point.place, w: point.mostW })
  }
  return fallbackShares(told, fixed, always)
}

/** Before it has said what it can, a charger is thought to be one that can be told. */
function isUnread({ book }: Desk, { station }: ChargingPoint): boolean {
  return book.charger(station.id).capability === null
}

function fallbackConnector({ key, station, connector, car }: ChargingPoint): FallbackConnector {
  const { maxPowerW } = connector
  const phases = phasesOf(connector, null, station.phaseRotation)
  const perDa = wattsOfTenth('A', { phases: phases.length, voltageV: car.voltageV })
  const mostDa = maxPowerW === null ? ASSUMED_DA : Math.floor(maxPowerW / perDa)
  return { id: key, phases, feederId: station.feederId, mostDa }
}

/** The terms of a connector without regard to the car that stands there now. */
function bareTerms({ connector, station, car }: ChargingPoint): CarTerms {
  const phases = phasesOf(connector, null, station.phaseRotation).length
  return { phases, voltageV: car.voltageV, leastDa: 0, suspendable: true }
}

function supplyOf(points: readonly ChargingPoint[]): CarTerms {
  const voltageV = points[0]?.car.voltageV ?? 230
  return { phases: allPhases.length, voltageV, leastDa: 0, suspendable: true }
}

/** The most that a station's supply may ever carry on a phase, 0.1 A: its connectors, its feeders, the connection. */
function supplyDa(points: readonly ChargingPoint[], always: Bounds): number {
  const own = points.map((point) => fallbackConnector(point).mostDa).reduce((a, b) => a + b, 0)
  const limits = [
    always,
    ...feedersAbove(points[0]?.place.feederId ?? null, always.feeders),
  ].flatMap(({ limitW, limitDa }) => [
    limitW === null ? Infinity : (limitW * 10) / (allPhases.length * always.voltageV),
    limitDa ?? Infinity,
  ])
  return Math.floor(Math.min(own, ...limits))
}

/** The feeders between a station and the connection. */
function feedersAbove(feederId: string | null, feeders: Bounds['feeders']): Bounds['feeders'] {
  const feeder = feeders.find(({ id }) => id === feederId)
  if (feeder === undefined) return []
  const others = feeders.filter(({ id }) => id !== feederId)
  return [feeder, ...feedersAbove(feeder.parentId, others)]
}

function writeShare({ book }: Desk, stationId: string, connectorId: number, da: number): void {
  if (book.of(stationId, connectorId).fallbackDa !== da)
    book.change(stationId, connectorId, { fallbackDa: da })
}

interface Wish {
  readonly station: ControlledStation
  /** Null for the station itself. */
  readonly point: ChargingPoint | null
  readonly connectorId: number
  readonly kind: 'install' | 'lower' | 'raise'
}

/** What of a station's standing limits is to be sent now. */
function wishesOf(desk: Desk, station: ControlledStation): Wish[] {
  const { points } = station
  const told = points.filter((point) => point.isOnline && canBeTold(desk, point))
  if (told.length === 0) return []
  const wishes = told.map((point) => wishOf(desk, station, point, point.connector.connectorId))
  const ofStation = points.length > 1 ? wishOf(desk, station, null, 0) : null
  return [ofStation, ...wishes].filter((wish) => wish !== null)
}

function wishOf(
  { book, tx }: Desk,
  station: ControlledStation,
  point: ChargingPoint | null,
  connectorId: number,
): Wish | null {
  const { id } = station.station
  const { fallbackDa, standing } = book.of(id, connectorId)
  const { held, asked } = standing
  if (fallbackDa === null || asked?.answer === 'awaited') return null
  if (asked?.answer === 'lost' && tx.now - asked.sentAt < AGAIN_MS) return null
  const wish: Wish = { station, point, connectorId, kind: 'install' }
  if (held === null) return wish
  const heldDa = inDa(held, point === null ? supplyOf(station.points) : bareTerms(point))
  if (heldDa > fallbackDa + ROUNDED_DA) return { ...wish, kind: 'lower' }
  const isTurn = tx.now >= nextTurn(id, book.charger(id))
  return fallbackDa - heldDa >= WORTH_DA && isTurn ? { ...wish, kind: 'raise' } : null
}

/** What a unit has rounded off is no difference. */
const ROUNDED_DA = 0.5

function holdsTooMuch({ book }: Desk, point: ChargingPoint): boolean {
  const { fallbackDa, standing } = book.of(point.station.id, point.connector.connectorId)
  if (standing.held === null || fallbackDa === null) return false
  return inDa(standing.held, bareTerms(point)) > fallbackDa + ROUNDED_DA
}

/** A standing limit, 0.1 A on each phase. */
function inDa({ limits, unit }: SentProfile, car: CarTerms): number {
  return ((limits[0]?.[1] ?? 0) * wattsOfTenth(unit, car)) / wattsOfTenth('A', car)
}
