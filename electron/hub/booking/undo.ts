import type { RefusedBooking } from '../../../shared/contract/booking.ts'
import type { BookingStep } from '../../../shared/domain/booking/step.ts'
import { takeBack } from '../../../shared/domain/booking/take-back.ts'
import type { BookingRooms } from '../promises.ts'
import type { Writes } from '../store/writes.ts'
import { refusedAs } from './refused.ts'
import { reservationNumbers, saveChanges } from './save.ts'
import { surroundingsOf } from './surroundings.ts'

export type TakenBack =
  | { kind: 'done'; step: BookingStep }
  | { kind: 'nothing' }
  | { kind: 'refused'; refused: RefusedBooking }

/** The last step of that desk that still stands, taken back; or the last one taken back, done again. */
export function takeStepBack(
  tx: Writes,
  rooms: BookingRooms,
  deskId: string,
  direction: 'undo' | 'redo',
): TakenBack {
  const step = stepFor(tx, deskId, direction)
  const changes = step && tx.get('bookingStepChange', step.id)?.changes
  if (step === undefined || changes === undefined) return { kind: 'nothing' }
  const around = surroundingsOf(tx, rooms.promises)
  const decision = takeBack(changes, direction, around, reservationNumbers(tx))
  if (decision.kind === 'refused') return { kind: 'refused', refused: refusedAs(decision, around) }
  saveChanges(tx, rooms.chargers, decision.changes, { act: direction })
  const state = direction === 'undo' ? 'undone' : 'done'
  return { kind: 'done', step: tx.update('bookingStep', step.id, { state }) ?? step }
}

/**
 * A step that can't be taken back because somebody has changed the same since never can be: it is put aside, so that
 * the ones before it can.
 */
export function putAside(tx: Writes, deskId: string, direction: 'undo' | 'redo'): void {
  const step = stepFor(tx, deskId, direction)
  if (step !== undefined) tx.update('bookingStep', step.id, { state: 'void' })
}

/** Undone steps stand in the order of their doing, so the first of them was taken back last. */
function stepFor(tx: Writes, deskId: string, direction: 'undo' | 'redo'): BookingStep | undefined {
  const state = direction === 'undo' ? 'done' : 'undone'
  const steps = tx.find('bookingStep', { deskId, state })
  const inOrder = steps.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return direction === 'undo' ? inOrder.at(-1) : inOrder[0]
}
