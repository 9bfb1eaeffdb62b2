import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { arrive, awaitAgain } from '../../../shared/domain/booking/life.ts'
import { needWh } from '../../../shared/domain/booking/need.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { WalkUpNeed } from '../../../shared/domain/walk-up/need.ts'
import { waitingWalkUps, type WalkUp } from '../../../shared/domain/walk-up/walk-up.ts'
import { applyCommands } from '../booking/apply.ts'
import { pluggedIn } from '../../../shared/domain/connector/plugged-in.ts'
import { turn } from '../booking/life/turn.ts'
import { nobodyAsked } from '../till/approve.ts'
import type { Writes } from '../store/writes.ts'
import { advance } from './advance.ts'
import { type Begun, beginWalkUp } from './begin.ts'
import type { Car } from './car.ts'
import type { WalkUpRooms } from './rooms.ts'
import { tellToStop } from './stop.ts'
import { standDown } from './take-back.ts'

export interface MoveWish {
  readonly stationId: Id
  readonly connectorId: number
  readonly newId: Id
}

export type Moved =
  | { readonly kind: 'moved'; readonly to: Id }
  | { readonly kind: 'over' }
  | Extract<Begun, { kind: 'refused' }>

/**
 * Moves a stay to another connector. One that doesn't charge yet takes its money along. One that does is stopped, and
 * what it still needs goes on there as a stay of its own, to be paid when it is over: what it has cost here is known then.
 */
export function moveStay(tx: Writes, rooms: WalkUpRooms, booking: Booking, wish: MoveWish): Moved {
  const walkUp = tx.get('walkUp', booking.id)
  if (walkUp !== undefined && waitingWalkUps.has(walkUp.state)) {
    if (booking.state !== 'finished') return takeAlong(tx, rooms, walkUp, booking, wish)
    advance(tx, rooms, standDown(tx, walkUp))
  }
  if (booking.state !== 'charging' && booking.state !== 'finished') return { kind: 'over' }
  tellToStop(tx, rooms, booking)
  // It stands here until it is unplugged, and is promised nothing here any more.
  const departsAt = Math.max(booking.arrivesAt + 1, tx.now)
  const here = tx.change('booking', booking, { departsAt, need: null, updatedAt: tx.now })
  const begun = beginWalkUp(tx, rooms, {
    ...wish,
    id: wish.newId,
    car: carThere(tx, booking, walkUp),
    phone: walkUp?.phone ?? '',
    need: restOf(tx, booking, walkUp),
    payment: { kind: 'later' },
    // What goes on elsewhere goes on as it is paid.
    pays: ['later'],
    language: 'en',
    approver: nobodyAsked,
    tillId: walkUp?.tillId ?? null,
    movedFromId: booking.id,
  })
  if (begun.kind === 'refused') return begun
  if (begun.kind !== 'begun') return { kind: 'over' }
  tx.update('walkUp', booking.id, { movedToId: wish.newId, updatedAt: tx.now })
  // Its driver's link goes along.
  for (const visit of tx.find('visit', { bookingId: booking.id }))
    tx.change('visit', visit, { bookingId: wish.newId, updatedAt: tx.now })
  tx.journal({
    act: 'walkUp.move',
    noun: 'walkUp',
    nounId: booking.id,
    before: { departsAt: booking.departsAt },
    after: { departsAt: here.departsAt, movedToId: wish.newId },
  })
  return { kind: 'moved', to: wish.newId }
}

/** The car as it was taken in: what its driver has not shown to be the site's own doesn't become so. */
function carThere(tx: Writes, booking: Booking, walkUp: WalkUp | undefined): Car {
  const { vehicleId } = booking
  const vehicle = vehicleId === null ? null : (tx.get('vehicle', vehicleId) ?? null)
  return {
    plate: vehicle?.plate ?? walkUp?.plate ?? booking.plate,
    vehicle,
    customerId: walkUp?.customerId ?? booking.customerId ?? vehicle?.customerId ?? null,
  }
}

function takeAlong(
  tx: Writes,
  rooms: WalkUpRooms,
  walkUp: WalkUp,
  booking: Booking,
  { stationId, connectorId }: MoveWish,
): Moved {
  const awaited =
    booking.state === 'arrived' ? turn(tx, booking, 'await', awaitAgain(booking)) : booking
  const shift = tx.now - awaited.arrivesAt
  const patch = {
    ...{ stationId, connectorId, arrivesAt: tx.now },
    departsAt: awaited.departsAt + Math.max(0, shift),
  }
  const applied = applyCommands(tx, rooms, [{ kind: 'change', id: booking.id, patch }], {
    act: 'move',
  })
  if (applied.kind === 'refused') return applied
  const [there] = applied.bookings
  const connector = tx.one('connector', { stationId, connectorId })
  if (there && connector && pluggedIn.has(connector.status))
    turn(tx, there, 'arrive', arrive(there, tx.now))
  const moved = tx.change('walkUp', walkUp, {
    ...{ stationId, connectorId, startCommandId: null, starts: 0, failure: null },
    ...{ since: tx.now, updatedAt: tx.now },
  })
  tx.journal({
    act: 'walkUp.move',
    noun: 'walkUp',
    nounId: walkUp.id,
    before: { stationId: walkUp.stationId, connectorId: walkUp.connectorId },
    after: { stationId, connectorId },
  })
  advance(tx, rooms, moved)
  return { kind: 'moved', to: walkUp.id }
}

/** What it still needs; of less than a kWh, one. */
function restOf(tx: Writes, booking: Booking, walkUp: WalkUp | undefined): WalkUpNeed {
  const { need, transactionId, departsAt } = booking
  if (need !== null) {
    const transaction = transactionId === null ? undefined : tx.get('transaction', transactionId)
    const restWh = needWh(need) - (transaction?.energyWh ?? 0)
    return { kind: 'energy', energyWh: Math.max(1_000, restWh) }
  }
  if (walkUp?.need.kind === 'until' && departsAt > tx.now) return walkUp.need
  return { kind: 'full' }
}
