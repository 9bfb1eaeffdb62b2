import { HOUR, type Instant, SECOND } from '../../time/instant.ts'
import {
  compare,
  floor,
  minus,
  type Rational,
  rational,
  times,
  whole,
  ZERO,
} from '../money/rational.ts'
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

/** A period after those before it. */
interface Stretch {
  readonly period: ChargingPeriod
  readonly ms: number
  readonly milliWh: number
  /** What the session had come to when it began. */
  readonly consumedMilliWh: number
  readonly passedMs: number
}

/** Where conditions may begin or cease to hold, each in order. */
interface Bounds {
  readonly milliWh: readonly number[]
  readonly ms: readonly number[]
  readonly wall: readonly Instant[]
}

const NONE = ZERO
const ALL = whole(1)
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
  const stretches = stretchesOf(periods)
  const wall = wallOver(stretches, conditions, timeZone)
  const bounds = {
    milliWh: boundsOf(conditions.flatMap((one) => [one.minMilliWh, one.maxMilliWh])),
    ms: boundsOf(conditions.flatMap((one) => [one.minMs, one.maxMs])),
    wall: wall.map(({ startsAt }) => startsAt),
  }
  const shownAt = (at: Instant) => wall[firstAbove(bounds.wall, at) - 1] ?? null
  return stretches.flatMap((stretch) => {
    const cuts = cutsOf(stretch, bounds)
    if (cuts.length === 0) return pieceOf(stretch, NONE, ALL, shownAt)
    return [NONE, ...cuts].map((from, index) => pieceOf(stretch, from, cuts[index] ?? ALL, shownAt))
  })
}

/** A reservation and the session after it each begin anew, the former without any energy. */
function stretchesOf(periods: readonly ChargingPeriod[]): Stretch[] {
  // A moment comes before the stretch that begins with it.
  const ordered = periods.toSorted(
    (one, other) => one.startsAt - other.startsAt || one.seconds - other.seconds,
  )
  const reservedAt = ordered.find(isReservation)?.startsAt ?? 0
  const cameAt = ordered.find((period) => !isReservation(period))?.startsAt ?? 0
  let consumedMilliWh = 0
  return ordered.map((period) => {
    const reserved = isReservation(period)
    const stretch = {
      period,
      ms: Math.round(period.seconds * SECOND),
      milliWh: reserved ? 0 : period.energyMilliWh,
      consumedMilliWh,
      passedMs: period.startsAt - (reserved ? reservedAt : cameAt),
    }
    consumedMilliWh += stretch.milliWh
    return stretch
  })
}

/** At which shares of a stretch there is a bound, in order, each once. */
function cutsOf(stretch: Stretch, bounds: Bounds): Rational[] {
  const cuts = [
    ...sharesInside(bounds.milliWh, stretch.consumedMilliWh, stretch.milliWh),
    ...sharesInside(bounds.ms, stretch.passedMs, stretch.ms),
    ...sharesInside(bounds.wall, stretch.period.startsAt, stretch.ms),
  ].sort(compare)
  return cuts.filter((cut, index) => index === 0 || compare(cut, cuts[index - 1] ?? NONE) !== 0)
}

function pieceOf(
  stretch: Stretch,
  from: Rational,
  until: Rational,
  shownAt: (at: Instant) => WallPiece | null,
): Piece {
  const { period, ms, milliWh } = stretch
  const afterMs = floorOf(from, ms)
  const startsAt = period.startsAt + afterMs
  return {
    state: period.state,
    moment: {
      milliWh: stretch.consumedMilliWh + floorOf(from, milliWh),
      ms: stretch.passedMs + afterMs,
      ...flowOf(period, ms),
      clock: shownAt(startsAt),
    },
    startsAt,
    endsAt: period.startsAt + floorOf(until, ms),
    milliWh,
    ms,
    share: from === NONE && until === ALL ? null : minus(until, from),
  }
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
  stretches: readonly Stretch[],
  conditions: readonly Condition[],
  timeZone: string,
): WallPiece[] {
  const clocks = conditions.flatMap(({ clock }) => clock ?? [])
  const from = stretches[0]?.period.startsAt
  if (from === undefined || clocks.length === 0) return []
  const until = stretches.reduce(
    (last, { period, ms }) => Math.max(last, period.startsAt + ms),
    from,
  )
  const minutes = clocks.flatMap(({ fromMinute, untilMinute }) => [fromMinute, untilMinute])
  // A moment at the very end still has a time of day.
  return wallPieces(from, until + 1, timeZone, minutes)
}

function boundsOf(bounds: readonly number[]): number[] {
  return [...new Set(bounds)].filter(Number.isFinite).sort((one, other) => one - other)
}

/** At which shares of a stretch the bounds lie that are inside it; the bounds in order, all whole. */
function sharesInside(bounds: readonly number[], from: number, length: number): Rational[] {
  const inside = bounds.slice(firstAbove(bounds, from), firstAbove(bounds, from + length - 1))
  return inside.map((bound) => rational(BigInt(bound - from), BigInt(length)))
}

/** Where the first of ordered numbers stands that is above another: a session of a year has bounds by the thousand. */
function firstAbove(ordered: readonly number[], value: number): number {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ordered[middle] ?? Infinity) > value) high = middle
    else low = middle + 1
  }
  return low
}

function floorOf(share: Rational, length: number): number {
  if (share === NONE) return 0
  return share === ALL ? length : Number(floor(times(share, whole(length))))
}

function isReservation({ state }: ChargingPeriod): boolean {
  return state === 'RESERVATION' || state === 'RESERVATION_EXPIRED'
}
