import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { awaitAgain } from '../../../shared/domain/booking/life.ts'
import { applyCommands } from '../booking/apply.ts'
import { turn } from '../booking/life/turn.ts'
import { followBooking } from '../bill/follow-bookings.ts'
import { callOff } from '../payment/cancel.ts'
import type { Writes } from '../store/writes.ts'
import type { WalkUp } from '../../../shared/domain/walk-up/walk-up.ts'
import type { WalkUpRooms } from './rooms.ts'

/**
 * Takes the booking of a walk-up back whose car doesn't charge, with its bill: what was asked for is called off, what is
 * held let go, what was paid goes back.
 */
export function takeBack(tx: Writes, rooms: WalkUpRooms, booking: Booking, reason: string): void {
  if (booking.state === 'arrived') turn(tx, booking, 'await', awaitAgain(booking))
  const cancelled = applyCommands(tx, rooms, [{ kind: 'cancel', id: booking.id, reason }])
  if (cancelled.kind === 'refused') throw new Error('Who does not charge yet can be cancelled.')
  for (const bill of tx.find('bill', { bookingId: booking.id })) {
    for (const payment of tx.find('payment', { billId: bill.id }))
      if (payment.state === 'requested' || payment.state === 'open')
        callOff(tx, rooms.side, payment, { act: 'payment.cancel', reason })
    if (bill.state === 'estimated') followBooking(tx, bill, rooms.settled)
  }
}

/** Gives up that a car is started once more which has charged and stands there still; `advance` finds it finished then. */
export function standDown(tx: Writes, walkUp: WalkUp): WalkUp {
  return tx.change('walkUp', walkUp, { startCommandId: null, starts: 0, updatedAt: tx.now })
}
