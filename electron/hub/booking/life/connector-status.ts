import type { ConnectorStatus } from '../../../../shared/domain/connector/connector.ts'
import { arrive, leave, unplug } from '../../../../shared/domain/booking/life.ts'
import { matchArrival } from '../../../../shared/domain/booking/matching.ts'
import { pluggedIn } from '../../../../shared/domain/connector/plugged-in.ts'
import { MINUTE } from '../../../../shared/time/instant.ts'
import type { ChargerEvent } from '../../charger-event.ts'
import type { Writes } from '../../store/writes.ts'
import { judgeConnector } from './alarms.ts'
import { dueOn, presentOn } from './bookings-here.ts'
import { claimsFor } from './claims.ts'
import { siteTerms } from './site-terms.ts'
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
  if (presentOn(tx, stationId, connectorId).length > 0) return
  const arrival = { stationId, connectorId, at, reservationId: null, token: null }
  const match = matchArrival(arrival, claimsFor(tx, arrival))
  if (match.kind === 'booked') turn(tx, match.booking, 'arrive', arrive(match.booking, at))
}

function freed(tx: Writes, { stationId, connectorId, before, status, at }: StatusEvent): void {
  const present = presentOn(tx, stationId, connectorId)
  for (const booking of present) {
    if (booking.state === 'arrived') turn(tx, booking, 'await', unplug(booking, at, siteTerms(tx)))
    // While it charges, as far as is known, the stop is still to come and brings the energy.
    if (booking.state === 'finished') turn(tx, booking, 'leave', leave(booking, at))
  }
  if (present.length > 0) judgeConnector(tx, stationId, connectorId)
  if (status === 'Available') reserveAgain(tx, { stationId, connectorId, before })
}

/**
 * A connector that is free can be reserved again for who comes next: where it was in use before, the charger refused;
 * where it was reserved, the charger has let the reservation go, as one that restarts does.
 */
function reserveAgain(
  tx: Writes,
  { stationId, connectorId, before }: Pick<StatusEvent, 'stationId' | 'connectorId' | 'before'>,
): void {
  const by = tx.now + siteTerms(tx).reserveAheadMin * MINUTE
  for (const booking of dueOn(tx, stationId, connectorId, tx.now, by)) {
    const lost = before === 'Reserved' && booking.reservation === 'held'
    if (booking.state !== 'confirmed' || !(lost || booking.reservation === 'refused')) continue
    tx.change('booking', booking, { reservation: 'none' })
  }
}
