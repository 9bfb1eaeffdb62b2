import type { RefusedBooking } from '../../../shared/contract/booking.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { BookingCommand } from '../../../shared/domain/booking/command.ts'
import { decide } from '../../../shared/domain/booking/decide.ts'
import { plateOf } from '../../../shared/domain/booking/placement.ts'
import {
  actOf,
  type BookingStep,
  type StepAct,
  type StepChange,
} from '../../../shared/domain/booking/step.ts'
import type { Surroundings } from '../../../shared/domain/booking/surroundings.ts'
import type { BookingRooms } from '../promises.ts'
import type { Writes } from '../store/writes.ts'
import { paidFirst } from './paid-first.ts'
import { refusedAs } from './refused.ts'
import { reservationNumbers, saveChanges } from './save.ts'
import { surroundingsOf } from './surroundings.ts'

export type Applied =
  | { kind: 'done'; bookings: Booking[]; step: BookingStep | null }
  | { kind: 'refused'; refused: RefusedBooking }

/** How a step is to be remembered. */
export interface StepWish {
  /** The desk that may take it back; nobody can without it. */
  readonly deskId?: string | undefined
  readonly act?: StepAct | undefined
}

/** Carries out commands, all or none, and remembers the step for the desk that may take it back. */
export function applyCommands(
  tx: Writes,
  rooms: BookingRooms,
  commands: readonly BookingCommand[],
  wish: StepWish = {},
): Applied {
  const around = surroundingsOf(tx, rooms.promises)
  const decision = decide(paidFirst(tx, commands), around, reservationNumbers(tx))
  if (decision.kind === 'refused') return { kind: 'refused', refused: refusedAs(decision, around) }
  const act = wish.act ?? actOf(commands, decision.changes)
  const reason = commands.map(reasonOf).find(Boolean)
  const saved = new Map(
    saveChanges(tx, rooms.chargers, decision.changes, { act, ...(reason ? { reason } : {}) }).map(
      (row) => [row.id, row],
    ),
  )
  // A command that changed nothing, such as one sent again, is answered with what is there.
  const bookings = [...new Set(commands.flatMap(idsOf))].flatMap(
    (id) => saved.get(id) ?? around.occupancy.get(id) ?? [],
  )
  const step =
    wish.deskId === undefined || decision.changes.length === 0
      ? null
      : remember(tx, wish.deskId, act, decision.changes, around)
  return { kind: 'done', bookings, step }
}

/** What somebody gave as a reason. */
function reasonOf(command: BookingCommand): string {
  if (command.kind === 'cancel') return command.reason
  return ('overbook' in command ? command.overbook : undefined) ?? ''
}

const idsOf = (command: BookingCommand): string[] =>
  command.kind === 'split' ? [command.id, command.newId] : [command.id]

/** How many steps of one desk are kept. */
const STEPS_KEPT = 200

function remember(
  tx: Writes,
  deskId: string,
  act: StepAct,
  changes: readonly StepChange[],
  around: Surroundings,
): BookingStep {
  // What was taken back can't be done again once something else was done.
  for (const { id } of tx.find('bookingStep', { deskId, state: 'undone' }))
    tx.update('bookingStep', id, { state: 'void' })
  const [only] = changes
  const row = only?.after ?? only?.before
  const step: BookingStep = {
    id: tx.newId(),
    deskId,
    act,
    at: tx.now,
    state: 'done',
    plate: changes.length === 1 && row ? plateOf(row, around) : '',
    count: changes.length,
  }
  tx.insert('bookingStep', step)
  tx.insert('bookingStepChange', { id: step.id, changes: [...changes] })
  forgetOldSteps(tx, deskId)
  return step
}

function forgetOldSteps(tx: Writes, deskId: string): void {
  const old = tx.sql(
    'select id from bookingStep where deskId = ? order by id desc limit -1 offset ?',
    [deskId, STEPS_KEPT],
  )
  for (const { id } of old) {
    tx.remove('bookingStepChange', String(id))
    tx.remove('bookingStep', String(id))
  }
}
