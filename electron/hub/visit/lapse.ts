import { energyNeedOf } from '../../../shared/domain/visit/need.ts'
import { presentStates } from '../../../shared/domain/booking/states.ts'
import type { Visit } from '../../../shared/domain/visit/visit.ts'
import { applyCommands } from '../booking/apply.ts'
import type { Writes } from '../store/writes.ts'
import { flexible } from './wish.ts'
import type { VisitRooms } from './rooms.ts'

/**
 * Undoes a change that was not paid in time. Where somebody else has the old place by now the visit stays where it is, and
 * the rest is due when it is over: nobody who has come by a promise is sent away.
 */
export function revertChange(tx: Writes, rooms: VisitRooms, visit: Visit): Visit {
  const { lapse, bookingId } = visit
  const booking = bookingId === null ? undefined : tx.get('booking', bookingId)
  if (lapse === null || booking === undefined) return visit
  const { arrivesAt, stationId, connectorId, departsAt, need, isFlexible } = lapse
  const place = presentStates.has(booking.state) ? {} : { arrivesAt, stationId, connectorId }
  const window = { ...place, departsAt, ...flexible(isFlexible, departsAt) }
  const patch = { ...window, need: energyNeedOf(need) }
  const undone =
    departsAt > tx.now
      ? applyCommands(tx, rooms, [{ kind: 'change', id: booking.id, patch }], { act: 'change' })
      : null
  const isUndone = undone?.kind === 'done'
  const after = tx.change('visit', visit, {
    ...{ lapse: null, updatedAt: tx.now },
    ...(isUndone
      ? { isFlexible, wish: { ...visit.wish, need }, depositMinor: lapse.depositMinor }
      : {}),
  })
  tx.journal({
    act: isUndone ? 'visit.lapse' : 'visit.keepUnpaid',
    noun: 'visit',
    nounId: visit.id,
    after: { arrivesAt, departsAt },
  })
  return after
}
