import type { Booking } from '../booking/booking.ts'
import { endedStates } from '../booking/states.ts'
import { type BookingCommand, type NewBooking, newBooking } from '../booking/command.ts'
import { decide } from '../booking/decide.ts'
import type { StepChange } from '../booking/step.ts'
import { type BookingFields, fieldsBehind, wishOf } from './booking-row.ts'
import { differing } from './differing.ts'
import { changedRow, createdRow, type Decided, refusedRow, sameRow } from './fate.ts'
import type { Known, KnownBookings } from './known.ts'
import type { RowNote, RowProblem } from './problem.ts'
import type { KeyedRow } from './rows.ts'

/**
 * What becomes of a row of bookings, judged by the same rules as a booking made at a desk. What is taken in holds its
 * place in `bookings.around.occupancy` from then on, so that the rows after it are judged beside it. A row with a
 * reference says what its booking is to be; one without only that there is to be one.
 * @param lineOf the line of the row that made the booking with that id, to be told where two rows meet
 */
export function bookingFate(
  row: KeyedRow<BookingFields>,
  known: Known,
  bookings: KnownBookings,
  lineOf: Map<string, number>,
): Decided<StepChange> {
  const { wish, problems } = wishOf(row, known)
  if (problems.length > 0 || row.key === null) return refusedRow(row, problems)
  const id = bookings.idOf(row.key)
  const there = bookings.booking(id) ?? twinOf(wish, bookings)
  const byReference = row.values.reference !== undefined
  if (there !== undefined) lineOf.set(there.id, row.line)
  if (there === undefined) {
    const plan = newBooking.parse(wish)
    const command = { kind: 'create', id, origin: 'import', requested: false, plan } as const
    const done = attempt(command, bookings, lineOf)
    if ('problems' in done) return refusedRow(row, done.problems)
    lineOf.set(id, row.line)
    return createdRow(row, id, done.change)
  }
  if (there.state === 'cancelled') {
    const { subject: value } = row
    return refusedRow(row, [{ code: 'cancelledSince', field: 'reference', value }], there.id)
  }
  const patch = differing<Partial<NewBooking>>(there, wish)
  const fields = fieldsBehind(patch)
  if (fields.length === 0 || endedStates.has(there.state)) return sameRow(row, there.id)
  if (!byReference) {
    const notes: RowNote[] = [...row.notes, { code: 'differsHere' }]
    return sameRow({ ...row, notes }, there.id)
  }
  const done = attempt({ kind: 'change', id: there.id, patch }, bookings, lineOf)
  if ('problems' in done) return refusedRow(row, done.problems, there.id)
  return changedRow(row, there.id, fields, done.change)
}

/** A booking that somebody has made otherwise, of the same car at the same place and time. */
function twinOf(wish: Partial<NewBooking>, { around }: KnownBookings): Booking | undefined {
  const { stationId, connectorId, arrivesAt, departsAt, vehicleId = null, plate = '' } = wish
  if (typeof stationId !== 'string' || typeof connectorId !== 'number') return undefined
  if (vehicleId === null && plate === '') return undefined
  return around.occupancy
    .on(stationId, connectorId)
    .find(
      (other) =>
        other.arrivesAt === arrivesAt &&
        other.departsAt === departsAt &&
        other.vehicleId === vehicleId &&
        other.plate === plate,
    )
}

function attempt(
  command: BookingCommand,
  { around, nextReservationId }: KnownBookings,
  lineOf: ReadonlyMap<string, number>,
): { readonly change: StepChange } | { readonly problems: RowProblem[] } {
  const decision = decide([command], around, nextReservationId)
  if (decision.kind === 'done') {
    const [change] = decision.changes
    if (change === undefined) throw new Error('A booking that was not there has been made.')
    return { change }
  }
  const problems = decision.refusals.map((refusal): RowProblem => {
    const otherLine = 'bookingId' in refusal ? (lineOf.get(refusal.bookingId) ?? null) : null
    return { code: 'booking', refusal, otherLine }
  })
  return { problems }
}
