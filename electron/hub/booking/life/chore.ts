import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { placeOf } from '../../../../shared/domain/booking/states.ts'
import { isNoShow } from '../../../../shared/domain/booking/punctuality.ts'
import { isReserved } from '../../../../shared/domain/booking/reservation.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import type { Site } from '../../../../shared/domain/site/site.ts'
import { waitingWalkUps } from '../../../../shared/domain/walk-up/walk-up.ts'
import { MINUTE } from '../../../../shared/time/instant.ts'
import { siteNow } from '../../site/site-now.ts'
import type { Store } from '../../store/store.ts'
import type { Writes } from '../../store/writes.ts'
import { judgeConnectors } from './alarms.ts'
import { allPresent, awaitedBy, chargingTransactions } from './bookings-here.ts'
import type { ReservingChargers } from './reservation.ts'
import { reserveAhead } from './reserve-ahead.ts'
import { transactionStopped } from './transaction-stopped.ts'
import { turn } from './turn.ts'

/** Does what is due of bookings as time goes by: connectors are held, no-shows called, trouble told. */
export function lookAfterBookings(store: Store, chargers: ReservingChargers): Promise<void> {
  return store.work('hub', (tx) => {
    const site = siteNow(tx)
    for (const transactionId of chargingTransactions(tx)) seeWhetherStopped(tx, transactionId)
    const present = allPresent(tx)
    const occupied = new Set(present.map(placeOf))
    const awaited = awaitedBy(tx, tx.now + site.reserveAheadMin * MINUTE).filter((booking) => {
      const mayBeThere = occupied.has(placeOf(booking)) || isOutOfReach(tx, booking)
      if (!isNoShow(booking, site, tx.now, mayBeThere)) return true
      if (isAtDesk(tx, booking) || isSaidToCome(tx, booking, site)) return true
      callNoShow(tx, booking)
      return false
    })
    judgeConnectors(tx, [...present, ...awaited])
    reserveAhead(tx, chargers, awaited, site)
  })
}

/** A transaction may end without a word of its charger: by a person's hand, or because another began. */
function seeWhetherStopped(tx: Writes, transactionId: Id): void {
  const transaction = tx.get('transaction', transactionId)
  if (transaction?.state === 'finished') transactionStopped(tx, transaction)
}

/** Whether the booking's charger can't tell just now who comes. */
function isOutOfReach(tx: Writes, { stationId }: Booking): boolean {
  return stationId !== null && tx.get('station', stationId)?.connection === 'offline'
}

/** Whether the desk took it in and waits for it still: it is the desk that takes it back, and asks nothing for it. */
function isAtDesk(tx: Writes, { id }: Booking): boolean {
  const walkUp = tx.get('walkUp', id)
  return walkUp !== undefined && waitingWalkUps.has(walkUp.state)
}

/** Whether its driver has said that it comes later; it is waited for as long after that as after any arrival. */
function isSaidToCome(tx: Writes, { id, origin }: Booking, { graceMin }: Site): boolean {
  const [visit] = origin === 'driver' ? tx.find('visit', { bookingId: id }) : []
  const expectedAt = visit?.expectedAt ?? null
  return expectedAt !== null && tx.now < expectedAt + graceMin * MINUTE
}

/** The charger held the connector no longer than this by itself. */
function callNoShow(tx: Writes, booking: Booking): void {
  const released = isReserved(booking) ? { reservation: 'released' as const } : {}
  turn(tx, booking, 'noShow', { state: 'noShow', ...released })
}
