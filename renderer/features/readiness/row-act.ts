import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { presentStates } from '../../../shared/domain/booking/states.ts'
import { wouldBeReadyAt } from '../../../shared/domain/planning/explain.ts'
import type { Fare } from '../../../shared/domain/planning/readiness.ts'
import type { PlanLine } from '../../../shared/domain/planning/stored-plan.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/time/instant.ts'
import type { Instant } from '../../../shared/time/instant.ts'

/** What the state of a car calls for. */
export type RowAct =
  | { readonly kind: 'show' }
  | { readonly kind: 'place' }
  | { readonly kind: 'move' }
  | { readonly kind: 'look'; readonly stationId: string }
  | { readonly kind: 'raise' }
  | { readonly kind: 'stay'; readonly until: Instant }
  | {
      readonly kind: 'startNow'
      readonly stationId: string
      readonly connectorId: number
      readonly idToken: string
    }

/** A departure is put off to a round time. */
const ROUND = 5 * MINUTE

/**
 * The one thing to do for a car, by what is in its way; to look at it where nothing is.
 * @param idToken with which it could be started; null when none is known
 */
export function actFor(
  booking: Booking,
  fare: Fare,
  line: PlanLine | undefined,
  idToken: string | null,
  now: Instant,
): RowAct {
  const { stationId, connectorId } = booking
  const look: RowAct = stationId === null ? { kind: 'show' } : { kind: 'look', stationId }
  switch (fare.because) {
    case 'unplaced':
      return { kind: 'place' }
    case 'offline':
    case 'outOfService':
      return presentStates.has(booking.state) ? look : { kind: 'move' }
    case 'notStarted':
      if (stationId === null || connectorId === null || idToken === null) return look
      return { kind: 'startNow', stationId, connectorId, idToken }
    case 'takesLess':
    case 'stopped':
      return look
    case 'littleSlack':
      return booking.priority === 'high' ? { kind: 'show' } : { kind: 'raise' }
    case 'limit':
      return booking.priority === 'high' ? stay(booking, fare, line, now) : { kind: 'raise' }
    case 'window':
    case 'overdue':
      return stay(booking, fare, line, now)
    default:
      return { kind: 'show' }
  }
}

function stay(booking: Booking, fare: Fare, line: PlanLine | undefined, now: Instant): RowAct {
  const until = roundUp(readyIfStaying(booking, fare, line, now))
  if (line === undefined) return { kind: 'show' }
  // Who would have to stay for another day is better served by another place.
  return until > booking.departsAt && until - now <= DAY
    ? { kind: 'stay', until }
    : { kind: 'move' }
}

function readyIfStaying(
  { departsAt }: Booking,
  { remainingWh, because }: Fare,
  line: PlanLine | undefined,
  now: Instant,
): Instant {
  if (line === undefined || line.maxW <= 0) return departsAt
  if (because !== 'overdue') return wouldBeReadyAt(line)
  return now + Math.ceil(((remainingWh ?? 0) * HOUR) / line.maxW)
}

function roundUp(at: Instant): Instant {
  return Math.ceil(at / ROUND) * ROUND
}
