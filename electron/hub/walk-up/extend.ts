import type { RefusedBooking } from '../../../shared/contract/booking.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { endedStates, presentStates } from '../../../shared/domain/booking/states.ts'
import { powerBetween } from '../../../shared/domain/connector/equipment.ts'
import type { WalkUpNeed } from '../../../shared/domain/walk-up/need.ts'
import {
  isTooLong,
  type WalkUpWindow,
  walkUpWindows,
  type WindowFacts,
} from '../../../shared/domain/walk-up/window.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { applyCommands } from '../booking/apply.ts'
import { nextArrivalOn } from '../booking/life/bookings-here.ts'
import { siteNow } from '../site/site-now.ts'
import type { Writes } from '../store/writes.ts'
import type { WalkUpRooms } from './rooms.ts'
import { walkUpTermsOf } from './terms.ts'

export type Extended =
  | { readonly kind: 'extended'; readonly booking: Booking }
  | { readonly kind: 'refused'; readonly refused: RefusedBooking }
  | { readonly kind: 'tooLong'; readonly mostStayMin: number }
  | { readonly kind: 'over' }

/** Lets a stay go on for longer or bring more, promised anew from now on: what it has taken already counts. */
export function extendStay(
  tx: Writes,
  rooms: WalkUpRooms,
  booking: Booking,
  need: WalkUpNeed,
): Extended {
  const { id, stationId, connectorId, vehicleId, transactionId } = booking
  if (endedStates.has(booking.state) || stationId === null || connectorId === null)
    return { kind: 'over' }
  const terms = walkUpTermsOf(tx)
  if (isTooLong(need, tx.now, terms)) return { kind: 'tooLong', mostStayMin: terms.mostStayMin }
  const connector = tx.one('connector', { stationId, connectorId })
  const vehicle = vehicleId === null ? null : (tx.get('vehicle', vehicleId) ?? null)
  const transaction = transactionId === null ? undefined : tx.get('transaction', transactionId)
  const nextAt = nextArrivalOn(tx, stationId, connectorId, tx.now, id)
  const windows = longer(need, booking, {
    now: tx.now,
    powerW: connector === undefined ? null : powerBetween(connector, vehicle),
    freeUntil: nextAt === null ? null : nextAt - siteNow(tx).turnaroundMin * MINUTE,
    deliveredWh: presentStates.has(booking.state) ? (transaction?.energyWh ?? 0) : 0,
    terms,
  })
  let last: RefusedBooking | null = null
  for (const patch of windows) {
    const applied = applyCommands(tx, rooms, [{ kind: 'change', id, patch }], { act: 'resize' })
    if (applied.kind === 'done') {
      const [after] = applied.bookings
      if (!isOnlyLonger(need, booking)) tx.update('walkUp', id, { need, updatedAt: tx.now })
      return { kind: 'extended', booking: after ?? booking }
    }
    last = applied.refused
    const helps = last.refusals.every(
      ({ code }) => code === 'gridFull' || code === 'needImpossible',
    )
    if (!helps) break
  }
  if (last === null) throw new Error('There is a window for every need.')
  return { kind: 'refused', refused: last }
}

/** Whoever was promised energy and wants to stay for longer is promised it still, by then. */
function isOnlyLonger(need: WalkUpNeed, booking: Booking): boolean {
  return need.kind === 'until' && booking.need !== null
}

/** More energy never sends anybody off sooner than was agreed. */
function longer(need: WalkUpNeed, booking: Booking, facts: WindowFacts): WalkUpWindow[] {
  const windows = walkUpWindows(need, facts)
  if (isOnlyLonger(need, booking))
    return windows.map(({ departsAt }) => ({ departsAt, need: booking.need }))
  if (need.kind === 'until') return windows
  const all = windows.map(({ departsAt, ...rest }) => ({
    departsAt: Math.max(departsAt, booking.departsAt),
    ...rest,
  }))
  return all.filter(({ departsAt }, index) => departsAt !== all[index - 1]?.departsAt)
}
