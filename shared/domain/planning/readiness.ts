import { HOUR, MINUTE } from '../../time/instant.ts'
import type { Instant } from '../../time/instant.ts'
import type { Booking } from '../booking/booking.ts'
import { needWh } from '../booking/need.ts'
import { placeOf, presentStates } from '../booking/states.ts'
import type { Transaction } from '../transaction/transaction.ts'
import { powerAt } from './powers.ts'
import type { PlanLine, Readiness } from './stored-plan.ts'

/** What its charger can do for a car just now. */
export type ChargerState = 'online' | 'offline' | 'outOfService'

/** Why a car may not be ready, or won't be. */
export type ReadinessCause =
  | 'unplaced'
  | 'unplanned'
  | 'carLate'
  | 'notStarted'
  | 'offline'
  | 'outOfService'
  | 'takesLess'
  | 'stopped'
  | 'littleSlack'
  | 'overdue'
  | 'window'
  | 'limit'

/** How a car fares on the way to its departure. */
export interface Fare {
  readonly readiness: Readiness
  readonly because: ReadinessCause | null
  /** What it wants in all; null: as much as there is time for. */
  readonly needWh: number | null
  readonly receivedWh: number
  /** Null where no need is told. */
  readonly remainingWh: number | null
  /** When it has all, or had it; null when it won't, or nobody knows. */
  readonly readyAt: Instant | null
  /** How long it could still wait and be ready in time at its full power, ms; null when not known. */
  readonly slackMs: number | null
  readonly shortfallWh: number
}

type Judged = Pick<
  Booking,
  | 'state'
  | 'stationId'
  | 'connectorId'
  | 'arrivesAt'
  | 'departsAt'
  | 'need'
  | 'arrivedAt'
  | 'finishedAt'
>
type Measured = Pick<Transaction, 'energyWh' | 'powerW' | 'sampledAt'>

/** A car is late once it has not come so long after it was to. */
const LATE_AFTER = 10 * MINUTE
/** A car that is there is plugged in and authorised within this time, or somebody has to look. */
const STARTS_WITHIN = 5 * MINUTE
/** Less slack than this a short disturbance uses up. */
const SLACK = 15 * MINUTE
/** A car needs this long to follow a new limit (IEC 61851-1: 5 s, slow ones and the meter's interval aside). */
const FOLLOWS_WITHIN = 2 * MINUTE
/** An older measurement says nothing about now. */
const FRESH = 5 * MINUTE
/** A car that takes this share of what it is offered takes what it is offered. */
const TAKES_ALL = 0.8

/**
 * Whether a car will have what it needs when it departs, and what is in the way.
 *
 * A plan spreads the charging over the time there is, so most are planned to be complete shortly before they leave. How
 * sure that is, is told by how long a car could wait at its full power, not by when it is planned to be complete.
 */
export function readinessOf(
  booking: Judged,
  line: PlanLine | undefined,
  transaction: Measured | undefined,
  charger: ChargerState,
  now: Instant,
): Fare {
  const wanted = booking.need === null ? (line?.needWh ?? null) : needWh(booking.need)
  const planned = wanted === null || line === undefined ? 0 : wanted - line.remainingWh
  const receivedWh = transaction?.energyWh ?? Math.max(0, planned)
  const remainingWh = wanted === null ? null : Math.max(0, wanted - receivedWh)
  const slackMs = slackOf(booking, line, remainingWh, now)
  const facts = { booking, line, transaction, charger, remainingWh, slackMs, now }
  const { readiness, because } = verdictOn(facts)
  return {
    readiness,
    because,
    needWh: wanted,
    receivedWh,
    remainingWh,
    readyAt: readiness === 'ready' ? booking.finishedAt : (line?.readyAt ?? null),
    slackMs,
    shortfallWh: readiness === 'ready' ? 0 : (line?.shortfallWh ?? 0),
  }
}

interface Facts {
  readonly booking: Judged
  readonly line: PlanLine | undefined
  readonly transaction: Measured | undefined
  readonly charger: ChargerState
  readonly remainingWh: number | null
  readonly slackMs: number | null
  readonly now: Instant
}

type Verdict = Pick<Fare, 'readiness' | 'because'>

function verdictOn({ booking, line, remainingWh, now, ...rest }: Facts): Verdict {
  const { state, departsAt } = booking
  if (remainingWh === 0) return { readiness: 'ready', because: null }
  if (remainingWh === null && (state === 'finished' || now >= departsAt))
    return { readiness: 'ready', because: null }
  if (now >= departsAt) return { readiness: 'late', because: 'overdue' }
  if (state === 'finished') return atRisk('stopped')
  if (placeOf(booking) === null) return atRisk('unplaced')
  if (line !== undefined && line.shortfallWh > 0)
    return { readiness: 'late', because: line.because ?? 'limit' }
  const cause = riskOf({ booking, line, remainingWh, now, ...rest })
  if (cause !== null) return atRisk(cause)
  return { readiness: presentStates.has(state) ? 'onTime' : 'waitingForCar', because: null }
}

function riskOf(facts: Facts): ReadinessCause | null {
  const { booking, line, charger, remainingWh, slackMs, now } = facts
  const present = presentStates.has(booking.state)
  if (!present && now > booking.arrivesAt + LATE_AFTER) return 'carLate'
  if (charger !== 'online') return charger
  if (!present || remainingWh === null) return null
  if (booking.state === 'arrived' && now > (booking.arrivedAt ?? now) + STARTS_WITHIN)
    return 'notStarted'
  if (line === undefined) return 'unplanned'
  if (takesTooLittle(line, facts)) return 'takesLess'
  return slackMs !== null && slackMs < SLACK ? 'littleSlack' : null
}

/** Whether it takes less than it is offered, and won't have all by its departure if it goes on so. */
function takesTooLittle(
  line: PlanLine,
  { booking, transaction, remainingWh, now }: Facts,
): boolean {
  if (transaction === undefined || remainingWh === null) return false
  const { powerW, sampledAt } = transaction
  if (powerW === null || sampledAt === null || now - sampledAt > FRESH) return false
  const offered = powerAt(line.powers, sampledAt)
  if (offered === null || sampledAt - offered.since < FOLLOWS_WITHIN) return false
  if (powerW >= offered.powerW * TAKES_ALL) return false
  return (powerW * (booking.departsAt - now)) / HOUR < remainingWh
}

function slackOf(
  { arrivesAt, departsAt, state }: Judged,
  line: PlanLine | undefined,
  remainingWh: number | null,
  now: Instant,
): number | null {
  if (line === undefined || remainingWh === null || line.maxW <= 0) return null
  const from = presentStates.has(state) ? now : Math.max(now, arrivesAt)
  return departsAt - from - Math.ceil((remainingWh * HOUR) / line.maxW)
}

const atRisk = (because: ReadinessCause): Verdict => ({ readiness: 'atRisk', because })
