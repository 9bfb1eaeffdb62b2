import { HOUR, type Instant, SECOND } from '../../time/instant.ts'
import { compare, floor, minus, type Rational, rational, times, whole } from '../money/rational.ts'
import { wallPieces, type WallPiece } from '../site/wall-clock.ts'
import type { ChargingPeriod, PeriodState } from './charging-period.ts'
import type { Condition, Moment } from './condition.ts'

/** A part of a period in which each condition holds, or doesn't, from beginning to end. */
export interface Piece {
  readonly state: PeriodState
  readonly moment: Moment
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** The whole period's. */
  readonly milliWh: number
  readonly ms: number
  /** How much of both is the piece's; null when it is the whole period. */
  readonly share: Rational | null
}

const ONE = whole(1)
/** A current that wasn't measured is told from the power at the nominal voltage of a phase (IEC 60038). */
const PHASE_V = 230

/**
 * The periods in order of time, cut wherever a bound of a condition falls inside one. Inside a period energy flows
 * evenly: a bound of energy is passed at its share of the time, one of time at its share of the energy.
 */
export function splitPeriods(
  periods: readonly ChargingPeriod[],
  conditions: readonly Condition[],
  timeZone: string,
): Piece[] {
  // A moment comes before the stretch that begins with it.
  const ordered = periods.toSorted(
    (one, other) => one.startsAt - other.startsAt || one.seconds - other.seconds,
  )
  const energyBounds = boundsOf(conditions.flatMap((one) => [one.minMilliWh, one.maxMilliWh]))
  const timeBounds = boundsOf(conditions.flatMap((one) => [one.minMs, one.maxMs]))
  const wall = wallOver(ordered, conditions, timeZone)
  const wallBounds = wall.map(({ startsAt }) => startsAt)
  const pieces: Piece[] = []
  let consumed = 0
  let wallIndex = 0
  for (const period of ordered) {
    const { startsAt, state } = period
    const began = ordered.find((one) => isReservation(one) === isReservation(period))
    const passed = startsAt - (began?.startsAt ?? startsAt)
    const ms = Math.round(period.seconds * SECOND)
    const milliWh = isReservation(period) ? 0 : period.energyMilliWh
    const flow = flowOf(period, ms)
    const add = (from: Rational | null, until: Rational | null) => {
      const atMs = from === null ? 0 : floorOf(from, ms)
      const [at, energy] = [startsAt + atMs, from === null ? 0 : floorOf(from, milliWh)]
      while ((wall[wallIndex]?.endsAt ?? Infinity) <= at) wallIndex++
      const clock = wall[wallIndex] ?? null
      const moment = { milliWh: consumed + energy, ms: passed + atMs, ...flow, clock }
      const endsAt = startsAt + (until === null ? ms : floorOf(until, ms))
      const share = from === null && until === null ? null : minus(until ?? ONE, from ?? whole(0))
      pieces.push({ state, moment, startsAt: at, endsAt, milliWh, ms, share })
    }
    const cuts = [
      ...sharesInside(energyBounds, consumed, milliWh),
      ...sharesInside(timeBounds, passed, ms),
      ...sharesInside(wallBounds, startsAt, ms),
    ]
    let from: Rational | null = null
    for (const cut of cuts.sort(compare)) {
      if (from !== null && compare(from, cut) === 0) continue
      add(from, cut)
      from = cut
    }
    add(from, null)
    consumed += milliWh
  }
  return pieces
}

/** The power and current of a period, as far as they are known. */
function flowOf(period: ChargingPeriod, ms: number): Pick<Moment, 'powerW' | 'currentA'> {
  if (period.state !== 'CHARGING')
    return { powerW: period.powerW ?? 0, currentA: period.currentA ?? 0 }
  // mWh in ms: 3 600 000 ms an hour, 1000 mWh a Wh.
  const meanW = ms === 0 ? null : (period.energyMilliWh * (HOUR / 1_000)) / ms
  const powerW = period.powerW ?? meanW
  return { powerW, currentA: period.currentA ?? (powerW === null ? null : powerW / PHASE_V) }
}

/** What the site's clock shows over a session; nothing when no condition asks for it. */
function wallOver(
  ordered: readonly ChargingPeriod[],
  conditions: readonly Condition[],
  timeZone: string,
): WallPiece[] {
  const clocks = conditions.flatMap(({ clock }) => clock ?? [])
  const from = ordered[0]?.startsAt
  if (from === undefined || clocks.length === 0) return []
  const until = Math.max(...ordered.map(({ startsAt, seconds }) => startsAt + seconds * SECOND))
  const minutes = clocks.flatMap(({ fromMinute, untilMinute }) => [fromMinute, untilMinute])
  // A moment at the very end still has a time of day.
  return wallPieces(from, Math.ceil(until) + 1, timeZone, minutes)
}

function boundsOf(bounds: readonly number[]): number[] {
  return [...new Set(bounds)].filter(Number.isFinite).sort((one, other) => one - other)
}

/** At which shares of a stretch the bounds lie that are inside it; the bounds in order, all whole. */
function sharesInside(bounds: readonly number[], from: number, length: number): Rational[] {
  const first = bounds.findIndex((bound) => bound > from)
  if (first < 0 || (bounds[first] ?? Infinity) >= from + length) return []
  const inside = bounds.slice(first).filter((bound) => bound < from + length)
  return inside.map((bound) => rational(BigInt(bound - from), BigInt(length)))
}

function floorOf(share: Rational, length: number): number {
  return Number(floor(times(share, whole(length))))
}

function isReservation({ state }: ChargingPeriod): boolean {
  return state === 'RESERVATION' || state === 'RESERVATION_EXPIRED'
}
