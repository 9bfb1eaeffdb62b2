import { HOUR, type Instant, MINUTE } from '../../time/instant.ts'
import { powerBetween } from '../connector/equipment.ts'
import { isOpen, opensNext } from '../site/opening-hours.ts'
import type { Bay } from './bay.ts'
import type { Booking } from './booking.ts'
import { placeOf } from './states.ts'
import { needWh } from './need.ts'
import { freeStretches } from './free.ts'
import { BACK_MS, refusalsOf } from './placement.ts'
import type { Alternative } from './refusal.ts'
import type { Surroundings } from './surroundings.ts'

/** How far from the wish a place in time is looked for. */
const REACH_MS = 24 * HOUR

/** Times that are offered are whole five minutes where there is room for that. */
const ROUND_MS = 5 * MINUTE

/** Another connector counts as much as being so much later: a little at the same station, more further off. */
const ELSEWHERE_MS = { sameStation: 5 * MINUTE, sameZone: 10 * MINUTE, otherZone: 20 * MINUTE }

/** How many stretches of one connector are tried, the nearest first. */
const TRIED_PER_BAY = 4

/** Where the grid is full, times so far apart are tried on a connector, and so many of them. */
const STEP_MS = 30 * MINUTE
const TRIED_AROUND = 48

/** Each is proven anew: so many proofs one refusal is worth. */
const MOST_LOOKS = 150

/**
 * Where and when a refused booking would fit, nearest to the wish first: the same length (or as long as its need
 * takes), within a day. Each has been judged by the same rules as the wish.
 * @param before as it was, when it is a change
 * @param options.gridIsFull whether the grid can't promise it: then other times on the same connector are tried too
 */
export function alternativesTo(
  wish: Booking,
  before: Booking | null,
  around: Surroundings,
  { most = 3, gridIsFull = false }: { most?: number; gridIsFull?: boolean } = {},
): Alternative[] {
  let left = gridIsFull ? MOST_LOOKS : Infinity
  const found: { alternative: Alternative; cost: number }[] = []
  for (const bay of around.bays()) {
    const lengthMs = lengthOn(bay, wish, around)
    if (lengthMs === null) continue
    const elsewhere = distanceTo(bay, wish, around)
    const worst = found.length < most ? Infinity : (found.at(-1)?.cost ?? Infinity)
    if (elsewhere >= worst) continue
    for (const arrivesAt of startsOn(bay, wish, lengthMs, around, gridIsFull)) {
      const cost = Math.abs(arrivesAt - wish.arrivesAt) + elsewhere
      if (cost >= worst) break // starts come nearest first
      const { stationId, connectorId } = bay
      const alternative = { stationId, connectorId, arrivesAt, departsAt: arrivesAt + lengthMs }
      if (before !== null && isThere(before, alternative)) continue
      if ((left -= 1) < 0) break
      if (refusalsOf({ ...wish, latestDepartsAt: null, ...alternative }, before, around).length > 0)
        continue
      found.push({ alternative, cost })
      found.sort((one, other) => one.cost - other.cost)
      found.length = Math.min(found.length, most)
      break
    }
  }
  return found.map(({ alternative }) => alternative)
}

/** Whether that is where it is already. */
function isThere(booking: Booking, { arrivesAt, departsAt, ...place }: Alternative): boolean {
  return (
    placeOf(booking) === placeOf(place) &&
    booking.arrivesAt === arrivesAt &&
    booking.departsAt === departsAt
  )
}

/** How long it has to stand there; null when it could charge nothing. */
function lengthOn(bay: Bay, wish: Booking, around: Surroundings): number | null {
  const wished = Math.max(ROUND_MS, wish.departsAt - wish.arrivesAt)
  const vehicle = wish.vehicleId === null ? null : (around.vehicle(wish.vehicleId) ?? null)
  const powerW = powerBetween(bay.equipment, vehicle)
  if (powerW === 0) return null
  if (powerW === null || wish.need === null) return wished
  const needed = Math.ceil((needWh(wish.need) * HOUR) / powerW / ROUND_MS) * ROUND_MS
  return Math.max(wished, needed)
}

function distanceTo(bay: Bay, { stationId, connectorId }: Booking, around: Surroundings): number {
  if (stationId === null || connectorId === null) return 0
  if (bay.stationId === stationId)
    return bay.connectorId === connectorId ? 0 : ELSEWHERE_MS.sameStation
  const wished = around.bay(stationId, connectorId)
  return wished?.zone === bay.zone ? ELSEWHERE_MS.sameZone : ELSEWHERE_MS.otherZone
}

/** Starts within the free stretches of a connector, each stretch's nearest to the wish, the nearest first. */
function startsOn(
  bay: Bay,
  wish: Booking,
  lengthMs: number,
  around: Surroundings,
  gridIsFull: boolean,
): Instant[] {
  const earliest = Math.max(around.now - BACK_MS, wish.arrivesAt - REACH_MS)
  const latest = wish.arrivesAt + REACH_MS
  const starts: Instant[] = []
  for (const { from, until } of freeStretches(bay, wish.id, around)) {
    const first = Math.max(from, earliest)
    const last = Math.min(until - lengthMs, latest)
    if (first > last) continue
    const nearest = roundWithin(Math.min(Math.max(wish.arrivesAt, first), last), first, last)
    // Where only the grid is in the way, another time on the same connector may do.
    const wished = gridIsFull ? stepsAround(nearest, first, last) : [nearest]
    for (const at of wished) {
      const start = onceOpen(at, around)
      if (start !== null && start <= last) starts.push(start)
    }
  }
  return starts
    .sort((a, b) => Math.abs(a - wish.arrivesAt) - Math.abs(b - wish.arrivesAt))
    .slice(0, gridIsFull ? TRIED_AROUND : TRIED_PER_BAY)
}

function stepsAround(at: Instant, first: Instant, last: Instant): Instant[] {
  const steps = [at]
  for (let away = STEP_MS; away <= REACH_MS; away += STEP_MS)
    steps.push(...[at + away, at - away].filter((step) => first <= step && step <= last))
  return steps
}

/** That instant, or when the gate opens next; null when it never does. */
function onceOpen(
  at: Instant,
  { terms: { openingHours }, timeZone }: Surroundings,
): Instant | null {
  if (openingHours === null || isOpen(openingHours, at, timeZone)) return at
  return opensNext(openingHours, at, timeZone)
}

/** The whole five minutes nearest to an instant that still lie between the two; the instant itself when none do. */
function roundWithin(at: Instant, first: Instant, last: Instant): Instant {
  const up = Math.ceil(at / ROUND_MS) * ROUND_MS
  if (up <= last) return up
  const down = Math.floor(at / ROUND_MS) * ROUND_MS
  return down >= first ? down : at
}
