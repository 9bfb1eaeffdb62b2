import type { Booking, BookingPlan } from '../../../../shared/domain/booking/booking.ts'
import { bookingFrom } from '../../../../shared/domain/booking/decide.ts'
import {
  type Made,
  materialise,
  placedOrWaiting,
} from '../../../../shared/domain/booking/materialise.ts'
import { localDateOf } from '../../../../shared/domain/booking/occurrences.ts'
import type { Recurring } from '../../../../shared/domain/booking/recurring.ts'
import type { StepChange } from '../../../../shared/domain/booking/step.ts'
import type { Surroundings } from '../../../../shared/domain/booking/surroundings.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import type { BookingRooms } from '../../promises.ts'
import { decodeRow } from '../../store/tables.ts'
import type { Writes } from '../../store/writes.ts'
import { reservationNumbers, saveChanges } from '../save.ts'
import { surroundingsOf } from '../surroundings.ts'

/** What carrying out a rule came to. */
export interface CarriedOut {
  /** How many bookings were made or changed. */
  readonly made: number
  /** Those of them that have no place. */
  readonly unplaced: Booking[]
}

/** Makes, changes and cancels a rule's bookings ahead, so that they are what it says. */
export function carryOut(tx: Writes, rooms: BookingRooms, rule: Recurring): CarriedOut {
  const around = surroundingsOf(tx, rooms.promises)
  const today = localDateOf(tx.now, around.timeZone)
  const { create, change, cancel, rejoin } = materialise(
    rule,
    madeSince(tx, rule.id, today),
    tx.now,
    around.timeZone,
  )
  const cancelled = cancelAll(tx, rooms, cancel, around)
  const changed = changeAll(tx, rooms, change, around)
  const nextNumber = reservationNumbers(tx)
  const created = create.map(({ occursOn, plan }): StepChange => {
    const booking = bookingFrom(plan, {
      id: tx.newId(),
      state: 'confirmed',
      origin: 'recurring',
      reservationId: nextNumber(),
      now: tx.now,
      recurringId: rule.id,
      occursOn,
    })
    return { before: null, after: takenIn(placedOrWaiting(booking, null, around), around) }
  })
  const saved = [...changed, ...saveChanges(tx, rooms.chargers, created, { act: 'create' })]
  for (const booking of [...cancelled, ...saved, ...rejoin]) noteAsMade(tx, booking)
  return { made: saved.length, unplaced: saved.filter(({ stationId }) => stationId === null) }
}

/** Cancels a rule's bookings that are still ahead, those that were changed by themselves too. */
export function cancelAhead(tx: Writes, rooms: BookingRooms, rule: Recurring): Booking[] {
  const around = surroundingsOf(tx, rooms.promises)
  const today = localDateOf(tx.now, around.timeZone)
  const ahead = madeSince(tx, rule.id, today)
    .map(({ booking }) => booking)
    .filter(({ state }) => state === 'requested' || state === 'confirmed')
    .filter(({ arrivesAt }) => arrivesAt > tx.now)
  return cancelAll(tx, rooms, ahead, around)
}

/** All that the rule has made for that day and later. */
export function madeSince(tx: Writes, recurringId: Id, day: string): Made[] {
  return tx
    .sql('select * from booking where recurringId = ? and occursOn >= ?', [recurringId, day])
    .map((row) => {
      const booking = decodeRow('booking', row)
      return { booking, revision: tx.get('recurringMade', booking.id)?.revision ?? null }
    })
}

function cancelAll(
  tx: Writes,
  rooms: BookingRooms,
  bookings: readonly Booking[],
  around: Surroundings,
): Booking[] {
  const changes = bookings.map((before): StepChange => {
    const revision = before.revision + 1
    const after: Booking = { ...before, state: 'cancelled', revision, updatedAt: tx.now }
    return { before, after: takenIn(after, around) }
  })
  return saveChanges(tx, rooms.chargers, changes, { act: 'cancel' })
}

function changeAll(
  tx: Writes,
  rooms: BookingRooms,
  wishes: readonly { booking: Booking; plan: BookingPlan }[],
  around: Surroundings,
): Booking[] {
  // All of them give way first: each may go where the next one still was.
  for (const { booking } of wishes) around.occupancy.remove(booking.id)
  const changes = wishes.map(({ booking: before, plan }): StepChange => {
    const wish: Booking = {
      ...before,
      ...plan,
      reservation: before.state === 'cancelled' ? 'none' : before.reservation,
      revision: before.revision + 1,
      updatedAt: tx.now,
    }
    return { before, after: takenIn(placedOrWaiting(wish, before, around), around) }
  })
  return saveChanges(tx, rooms.chargers, changes, { act: 'change' })
}

function takenIn(booking: Booking, { occupancy }: Surroundings): Booking {
  occupancy.put(booking)
  return booking
}

function noteAsMade(tx: Writes, { id, revision }: Booking): void {
  if (!tx.update('recurringMade', id, { revision })) tx.insert('recurringMade', { id, revision })
}
