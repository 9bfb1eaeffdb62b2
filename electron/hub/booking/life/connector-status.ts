import type { ConnectorStatus } from '../../../../shared/domain/connector/connector.ts'
import type { Booking, ReservationState } from '../../../../shared/domain/booking/booking.ts'
import { presentStates } from '../../../../shared/domain/booking/states.ts'
import { arrive, finishAndLeave, leave, unplug } from '../../../../shared/domain/booking/life.ts'
import { EARLY_MS, matchArrival } from '../../../../shared/domain/booking/matching.ts'
import { pluggedIn } from '../../../../shared/domain/connector/plugged-in.ts'
import { HOUR, type Instant } from '../../../../shared/time/instant.ts'
import type { ChargerEvent } from '../../charger-event.ts'
import { siteNow } from '../../site/site-now.ts'
import type { Writes } from '../../store/writes.ts'
import { judgeConnector } from './alarms.ts'
import { concerning, holdingOn } from './bookings-here.ts'
import { claimsFor } from './claims.ts'
import { stopOf } from './transaction-stopped.ts'
import { turn } from './turn.ts'

type StatusEvent = ChargerEvent & { kind: 'connectorStatus' }

/** With these nothing is plugged in. */
const FREE: ReadonlySet<ConnectorStatus> = new Set(['Available', 'Reserved'])

/** A cable was plugged in or pulled out: a booking's car has come or gone. */
export function connectorStatus(tx: Writes, event: StatusEvent): void {
  const { connectorId, before, status } = event
  if (connectorId < 1) return
  if (FREE.has(status)) freed(tx, event)
  else if (pluggedIn.has(status) && !pluggedIn.has(before)) plugged(tx, event)
}

function plugged(tx: Writes, { stationId, connectorId, at }: StatusEvent): void {
  const arrival = { stationId, connectorId, at, reservationId: null, token: null }
  const here = concerning(tx, arrival, at + EARLY_MS)
  if (here.length === 0 || here.some(({ state }) => presentStates.has(state))) return
  const match = matchArrival(arrival, claimsFor(tx, arrival, here))
  if (match.kind === 'booked') turn(tx, match.booking, 'arrive', arrive(match.booking, at))
}

function freed(tx: Writes, { stationId, connectorId, before, status, at }: StatusEvent): void {
  const holding = holdingOn(tx, stationId, connectorId, Math.max(at, tx.now) + MOST_AHEAD_MS)
  for (const booking of holding) {
    const { state, reservation } = booking
    if (state === 'charging') leftCharging(tx, booking, at)
    else if (state === 'finished') turn(tx, booking, 'leave', leave(booking, at))
    else if (state === 'arrived') turn(tx, booking, 'await', unplug(booking, at, siteNow(tx)))
    else if (
      state === 'confirmed' &&
      status === 'Available' &&
      mayReserveAgain(reservation, before)
    )
      tx.change('booking', booking, { reservation: 'none' })
  }
  if (holding.length > 1) judgeConnector(tx, stationId, connectorId)
}

/** While it charges, as far as is known, the stop is still to come and brings the energy. */
function leftCharging(tx: Writes, booking: Booking, at: Instant): void {
  const { transactionId } = booking
  const transaction = transactionId === null ? undefined : tx.get('transaction', transactionId)
  if (transaction?.state !== 'finished') return
  turn(tx, booking, 'leave', finishAndLeave(booking, stopOf(transaction), at))
}

/** No charger is asked to reserve earlier than this, see the site's terms. */
const MOST_AHEAD_MS = 4 * HOUR

/**
 * Whether a connector that is free now can be reserved again: where it was in use, the charger refused; where it was
 * reserved, the charger has let the reservation go, as one that restarts does.
 */
function mayReserveAgain(reservation: ReservationState, before: ConnectorStatus): boolean {
  return reservation === 'refused' || (reservation === 'held' && before === 'Reserved')
}
