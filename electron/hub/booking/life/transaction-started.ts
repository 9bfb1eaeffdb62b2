import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { holdingStates, presentStates } from '../../../../shared/domain/booking/states.ts'
import { awaitAgain, beginCharging, leave } from '../../../../shared/domain/booking/life.ts'
import {
  type Arrival,
  type ArrivingToken,
  EARLY_MS,
  isHere,
  isShownBy,
  matchArrival,
} from '../../../../shared/domain/booking/matching.ts'
import { stayUntil } from '../../../../shared/domain/booking/punctuality.ts'
import type { IdToken } from '../../../../shared/domain/id-token/id-token.ts'
import { sameToken } from '../../../../shared/domain/transaction/start.ts'
import type { Transaction } from '../../../../shared/domain/transaction/transaction.ts'
import { MINUTE, type Instant } from '../../../../shared/time/instant.ts'
import type { ChargerEvent } from '../../charger-event.ts'
import { siteNow } from '../../site/site-now.ts'
import type { Writes } from '../../store/writes.ts'
import { judgeConnector } from './alarms.ts'
import { concerning, nextArrivalOn } from './bookings-here.ts'
import { claimOf, claimsFor } from './claims.ts'
import { stayTerms } from './site-terms.ts'
import { transactionStopped } from './transaction-stopped.ts'
import { turn } from './turn.ts'
import { walkUp, type WalkUpToken } from './walk-up.ts'

/** A car charges: its booking does, or one is made for it. Told again it changes nothing. */
export function transactionStarted(
  tx: Writes,
  { transaction, token: known, isNew }: Pick<Started, 'transaction' | 'token' | 'isNew'>,
): void {
  const { id, stationId, connectorId, reservationId } = transaction
  if (connectorId < 1) return
  if (!isNew && tx.find('booking', { transactionId: id }).length > 0) return
  const at = startOf(transaction)
  const token = arrivingToken(transaction, known)
  const terms = stayTerms(tx)
  const needed = (terms.walkUpStayMin + terms.turnaroundMin) * MINUTE
  const arrival = { stationId, connectorId, at, reservationId, token }
  const by = Math.max(at, tx.now) + Math.max(EARLY_MS, needed)
  const found = concerning(tx, arrival, by)
  const before = found.filter((booking) => isBefore(tx, booking, arrival))
  const same = before.find((booking) => goesOn(tx, booking, token))
  if (same !== undefined) turn(tx, same, 'charge', beginCharging(same, id, at))
  else {
    // Where a car begins to charge, the one before it has gone, said or not.
    const now = found.map((booking) =>
      booking.state !== 'arrived' && before.includes(booking)
        ? turn(tx, booking, 'leave', leave(booking, at))
        : booking,
    )
    const match = matchArrival(arrival, claimsFor(tx, arrival, now))
    const own = match.kind === 'booked' ? match.booking : null
    for (const booking of before)
      if (booking.state === 'arrived' && booking.id !== own?.id)
        turn(tx, booking, 'await', awaitAgain(booking))
    if (own === null)
      walkUp(tx, transaction, token, at, { ...terms, holding: now.filter(holdsHere) })
    else turn(tx, moved(tx, own, transaction, at), 'charge', beginCharging(own, id, at))
  }
  if (transaction.state === 'finished') transactionStopped(tx, transaction)
  else if (found.length > 0) judgeConnector(tx, stationId, connectorId)

  function holdsHere(booking: Booking): boolean {
    return isHere(booking, arrival) && holdingStates.has(booking.state)
  }
}

type Started = ChargerEvent & { kind: 'transactionStarted' }

/** The token that was shown, with what the site knows of it. */
function arrivingToken({ idToken }: Transaction, known: IdToken | undefined): WalkUpToken {
  const { parentIdToken = null, vehicleId = null, customerId = null } = known ?? {}
  return { idToken, parentIdToken, vehicleId, customerId }
}

/** When it began, as well as can be known. */
function startOf({ startedAt, startReceivedAt, notes }: Transaction): Instant {
  return notes.includes('clockSuspect') ? startReceivedAt : startedAt
}

/** A plug is told by one clock and a start by another: so far they may be apart. */
const CLOCKS_APART_MS = MINUTE

/** Whether a booking's car was there by that moment: a start that comes late must not send it away. */
function isBefore(tx: Writes, booking: Booking, arrival: Arrival): boolean {
  const { state, arrivedAt, transactionId } = booking
  const { at } = arrival
  if (!presentStates.has(state) || !isHere(booking, arrival)) return false
  const last = transactionId === null ? undefined : tx.get('transaction', transactionId)
  if (last !== undefined && last.startedAt > at) return false
  return (arrivedAt ?? at) <= at + (state === 'arrived' ? CLOCKS_APART_MS : 0)
}

/** Whether the car that has charged there has only begun once more. Of a group there may be many cars. */
function goesOn(tx: Writes, booking: Booking, token: ArrivingToken): boolean {
  if (booking.transactionId === null) return false
  const last = tx.get('transaction', booking.transactionId)
  if (last !== undefined && sameToken(last.idToken, token.idToken)) return true
  return isShownBy(claimOf(tx, booking), token)
}

/** The booking where its car stands: moved there, and made shorter where the next one needs the connector. */
function moved(
  tx: Writes,
  booking: Booking,
  { stationId, connectorId }: Transaction,
  at: Instant,
): Booking {
  if (isHere(booking, { stationId, connectorId })) return booking
  const next = nextArrivalOn(tx, stationId, connectorId, at, booking.id)
  return turn(tx, booking, 'move', {
    stationId,
    connectorId,
    departsAt: stayUntil(at, booking.departsAt, next, siteNow(tx)),
    revision: booking.revision + 1,
  })
}
