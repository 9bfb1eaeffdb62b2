import { SECOND, type Instant } from '../../time/instant.ts'
import type { Booking } from '../booking/booking.ts'
import { type ChargingPeriod, idlePeriod } from '../tariff/charging-period.ts'
import { withoutGrace } from '../tariff/idle-grace.ts'
import {
  type Register,
  registersOf,
  startOf,
  type StaySample,
  type StayTransaction,
  stopOf,
} from './registers.ts'
import { inOrder, standingAfterStop, standingWhileCharging } from './standing.ts'
import type { StayMark } from './stay-mark.ts'
import { stretchesOf, type Stretch } from './stretches.ts'

/** All that a stay is billed by. */
export interface Stay {
  readonly transaction: StayTransaction
  /** Of the transaction, in any order, repeated or not. */
  readonly samples: readonly StaySample[]
  /** Of the connector, from before the start on, in any order, repeated or not. */
  readonly marks: readonly StayMark[]
  /** When the car was gone; null while it is there. */
  readonly goneAt: Instant | null
  readonly now: Instant
}

/**
 * The charging periods of a stay. Energy lies between registers; a car that may charge and takes nothing parks, during
 * its transaction and after it until it is gone, the grace taken off. What the site or the charger pauses is no period.
 */
export function stayPeriods(stay: Stay, idleGraceMin: number): ChargingPeriod[] {
  const { transaction, samples, goneAt, now } = stay
  const marks = inOrder(stay.marks)
  const startsAt = startOf(transaction)
  const stopsAt = stopOf(transaction)
  const registers = registersOf(transaction, samples)
  const chargedUntil = stopsAt ?? Math.max(now, registers.at(-1)?.at ?? startsAt)
  const charging = standingWhileCharging(marks, startsAt, chargedUntil)
  const stretches = stretchesOf(runningUntil(registers, chargedUntil), charging)
  if (stopsAt !== null) {
    const until = Math.max(stopsAt, goneAt ?? now)
    const after = standingAfterStop(marks, { startsAt, stopsAt }, until)
    for (const [index, { at, standing }] of after.entries())
      stretches.push({
        ...{ from: at, until: after[index + 1]?.at ?? until, standing },
        ...{ milliWh: 0, currentDa: null },
      })
  }
  return periodsFrom(stretches, idleGraceMin)
}

/** Registers up to a moment: after the last one nothing more is known to have flowed. */
function runningUntil(registers: readonly Register[], until: Instant): Register[] {
  const last = registers.at(-1)
  if (last === undefined || last.at >= until) return [...registers]
  return [...registers, { ...last, at: until }]
}

function periodsFrom(stretches: readonly Stretch[], idleGraceMin: number): ChargingPeriod[] {
  const joined = joinedUp(stretches)
  const timed = joined.flatMap((stretch) => {
    const { standing, milliWh } = stretch
    if (standing === 'charges') return periodOf(stretch, 'CHARGING', milliWh)
    return standing === 'idles' ? periodOf(stretch, 'PARKING', 0) : []
  })
  // What a car took while it stood idle is energy like any other, but no charging that would renew its grace.
  const trickles = joined
    .filter(({ standing, milliWh }) => standing !== 'charges' && milliWh > 0)
    .map((stretch) => ({
      ...periodOf({ ...stretch, until: stretch.from }, 'CHARGING', stretch.milliWh),
      powerW: meanPowerW(stretch),
    }))
  return [...withoutGrace(timed, idleGraceMin), ...trickles].toSorted(
    (one, other) => one.startsAt - other.startsAt || one.seconds - other.seconds,
  )
}

/** Stretches that say the same as one: of idle and waiting cars all, of those that may charge while nothing flows. */
function joinedUp(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  for (const stretch of stretches) {
    const last = joined.at(-1)
    const goesOn = last !== undefined && last.until === stretch.from
    if (goesOn && isAlike(last, stretch))
      joined.splice(-1, 1, {
        ...last,
        until: stretch.until,
        milliWh: last.milliWh + stretch.milliWh,
      })
    else if (stretch.until > stretch.from || stretch.milliWh > 0) joined.push(stretch)
  }
  return joined
}

function isAlike(one: Stretch, other: Stretch): boolean {
  if (one.standing !== other.standing) return false
  return one.standing !== 'charges' || (one.milliWh === 0 && other.milliWh === 0)
}

function periodOf(
  { from, until, currentDa }: Stretch,
  state: ChargingPeriod['state'],
  energyMilliWh: number,
): ChargingPeriod {
  const currentA = state !== 'CHARGING' || currentDa === null ? null : currentDa / 10
  const seconds = (until - from) / SECOND
  return { startsAt: from, seconds, state, energyMilliWh, powerW: null, currentA }
}

/** 1 Wh in an hour is 1 W. */
function meanPowerW({ from, until, milliWh }: Stretch): number | null {
  return until > from ? Math.round((milliWh * 3_600) / (until - from)) : null
}

/**
 * Periods with those in which the car charges as one where they follow each other: for a tariff to which it doesn't
 * matter when energy flowed they cost the same, and a bill keeps a few of them rather than one a minute.
 */
export function chargesJoined(periods: readonly ChargingPeriod[]): ChargingPeriod[] {
  const joined: ChargingPeriod[] = []
  for (const period of periods) {
    const last = joined.at(-1)
    const goesOn =
      last?.state === 'CHARGING' &&
      period.state === 'CHARGING' &&
      last.startsAt + Math.round(last.seconds * SECOND) === period.startsAt
    if (!goesOn) {
      joined.push(period)
      continue
    }
    const endsAt = period.startsAt + Math.round(period.seconds * SECOND)
    joined[joined.length - 1] = {
      ...{ startsAt: last.startsAt, seconds: (endsAt - last.startsAt) / SECOND },
      ...{ state: 'CHARGING', energyMilliWh: last.energyMilliWh + period.energyMilliWh },
      ...{ powerW: null, currentA: null },
    }
  }
  return joined
}

type ReservedBooking = Pick<Booking, 'arrivesAt' | 'departsAt' | 'arrivedAt' | 'origin'>

/** How long a connector was kept for a booking until its car came: nothing for a car that came unannounced. */
export function reservationPeriods(
  { arrivesAt, departsAt, arrivedAt, origin }: ReservedBooking,
  startsAt: Instant,
): ChargingPeriod[] {
  if (origin === 'walkUp') return []
  const cameAt = Math.min(arrivedAt ?? startsAt, startsAt)
  return [idlePeriod('RESERVATION', Math.min(arrivesAt, cameAt), Math.min(cameAt, departsAt))]
}

/** How long a connector was kept for a booking whose car never came. */
export function noShowPeriods(
  { arrivesAt, departsAt }: ReservedBooking,
  givenUpAt: Instant,
): ChargingPeriod[] {
  return [idlePeriod('RESERVATION_EXPIRED', arrivesAt, Math.min(givenUpAt, departsAt))]
}
