import type { Instant } from '../../time/instant.ts'
import type { Booking, BookingPlan } from './booking.ts'
import { endedStates, placeOf, presentStates } from './states.ts'
import type { BookingCommand, BookingPatch, NewBooking } from './command.ts'
import { plateOf, refusalsOf } from './placement.ts'
import type { BookingRefusal } from './refusal.ts'
import { splitBooking } from './split.ts'
import type { StepChange } from './step.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * What commands come to: what each booking was and is to be, or the first booking that can't be so. Then nothing is
 * changed, `occupancy` included.
 */
export type Decision =
  | { readonly kind: 'done'; readonly changes: readonly StepChange[] }
  | {
      readonly kind: 'refused'
      /** The booking as it was wished, for alternatives. */
      readonly wish: Booking | null
      readonly before: Booking | null
      readonly bookingId: string
      readonly refusals: readonly BookingRefusal[]
    }

/** Gives a charger's number for a new booking, never one that is taken. */
export type NextReservationId = () => number

/**
 * Decides on commands that belong together: all of them or none. They are judged by where they lead, so two bookings
 * may change places. What is done is in `occupancy` afterwards.
 */
export function decide(
  commands: readonly BookingCommand[],
  around: Surroundings,
  nextReservationId: NextReservationId,
): Decision {
  const { occupancy } = around
  const before = new Map<string, Booking | null>()
  const takeBack = (): void => {
    for (const [id, row] of before) {
      if (row === null) occupancy.remove(id)
      else occupancy.put(row)
    }
  }
  for (const command of commands) {
    const outcome = draftsOf(command, around, nextReservationId)
    if (outcome.kind === 'refused') {
      takeBack()
      const { refusal } = outcome
      const known = occupancy.get(command.id) ?? null
      return {
        kind: 'refused',
        wish: known,
        before: known,
        bookingId: command.id,
        refusals: [refusal],
      }
    }
    for (const draft of outcome.drafts) {
      if (!before.has(draft.id)) before.set(draft.id, occupancy.get(draft.id) ?? null)
      occupancy.put(draft)
    }
  }
  const reasons = reasonsOf(commands)
  const changes: StepChange[] = []
  for (const [id, was] of before) {
    const wish = occupancy.get(id) ?? null
    if (wish === null) continue
    const { row, refusals } = judged(wish, was, around, reasons.get(id) ?? was?.overbooked ?? null)
    if (refusals.length > 0) {
      takeBack()
      return { kind: 'refused', wish: row, before: was, bookingId: id, refusals }
    }
    if (row.overbooked !== wish.overbooked) occupancy.put(row)
    changes.push({ before: was, after: row })
  }
  return { kind: 'done', changes }
}

/** Why which bookings are to be taken in even if they can't be promised. */
function reasonsOf(commands: readonly BookingCommand[]): ReadonlyMap<string, string> {
  return new Map(
    commands.flatMap((command) =>
      'overbook' in command && command.overbook !== undefined
        ? [[command.id, command.overbook] as const]
        : [],
    ),
  )
}

/**
 * Judges a booking as a promise; one that only the grid can't promise is taken in all the same where somebody has said
 * why, now or before.
 */
function judged(
  wish: Booking,
  was: Booking | null,
  around: Surroundings,
  reason: string | null,
): { row: Booking; refusals: readonly BookingRefusal[] } {
  const row: Booking = wish.overbooked === null ? wish : { ...wish, overbooked: null }
  const refusals = refusalsOf(row, was, around)
  const onlyGrid = refusals.length > 0 && refusals.every(({ code }) => code === 'gridFull')
  if (onlyGrid && reason !== null) return { row: { ...row, overbooked: reason }, refusals: [] }
  return { row, refusals }
}

/** What commands would come to, without doing them: `occupancy` is as it was afterwards. */
export function judge(commands: readonly BookingCommand[], around: Surroundings): Decision {
  const decision = decide(commands, around, () => 0)
  if (decision.kind === 'refused') return decision
  for (const { before, after } of decision.changes) {
    if (before !== null) around.occupancy.put(before)
    else if (after !== null) around.occupancy.remove(after.id)
  }
  return decision
}

type Drafts =
  | { readonly kind: 'drafts'; readonly drafts: readonly Booking[] }
  | { readonly kind: 'refused'; readonly refusal: BookingRefusal }

const refused = (refusal: BookingRefusal): Drafts => ({ kind: 'refused', refusal })
const drafts = (...rows: Booking[]): Drafts => ({ kind: 'drafts', drafts: rows })

function draftsOf(
  command: BookingCommand,
  around: Surroundings,
  nextReservationId: NextReservationId,
): Drafts {
  const { now, occupancy } = around
  const known = occupancy.get(command.id)
  if (command.kind === 'create') {
    // The same booking sent again is there already; a different one under its id is somebody's mistake.
    if (known !== undefined) return drafts()
    return drafts(newBookingOf(command, now, nextReservationId()))
  }
  if (known === undefined) return refused({ code: 'noSuchBooking' })
  if (
    'revision' in command &&
    command.revision !== undefined &&
    command.revision !== known.revision
  )
    return refused(changedSince(known, around))
  switch (command.kind) {
    case 'change':
      return changeOf(known, command.patch, now)
    case 'split': {
      const split = splitBooking(known, command, around, nextReservationId)
      return 'code' in split ? refused(split) : drafts(...split)
    }
    case 'confirm':
      if (known.state === 'confirmed') return drafts()
      if (known.state !== 'requested') return refused(notNow(known))
      return drafts({ ...known, state: 'confirmed', revision: known.revision + 1, updatedAt: now })
    case 'arrive':
      if (presentStates.has(known.state)) return drafts()
      if (known.state === 'left' || known.state === 'cancelled') return refused(notNow(known))
      if (placeOf(known) === null) return refused({ code: 'unplaced' })
      return drafts({ ...known, state: 'arrived', arrivedAt: now, updatedAt: now })
    case 'leave':
      if (known.state === 'charging') return refused({ code: 'charging' })
      if (!presentStates.has(known.state)) return refused({ code: 'notPresent' })
      return drafts({ ...known, state: 'left', leftAt: now, updatedAt: now })
    case 'noShow':
      if (known.state === 'noShow') return drafts()
      if (known.state !== 'requested' && known.state !== 'confirmed') return refused(notNow(known))
      return drafts({ ...known, state: 'noShow', updatedAt: now })
    case 'cancel':
      if (known.state === 'cancelled') return drafts()
      if (known.state !== 'requested' && known.state !== 'confirmed') return refused(notNow(known))
      return drafts({ ...known, state: 'cancelled', revision: known.revision + 1, updatedAt: now })
  }
}

function changeOf(known: Booking, patch: BookingPatch, now: Instant): Drafts {
  const wish = { ...known, ...withoutUndefined(patch) }
  if ((wish.stationId === null) !== (wish.connectorId === null))
    return refused({ code: 'unplaced' })
  const windowMoves = wish.arrivesAt !== known.arrivesAt || wish.departsAt !== known.departsAt
  const placeMoves = placeOf(wish) !== placeOf(known)
  if (endedStates.has(known.state) && (windowMoves || placeMoves)) return refused(notNow(known))
  if (presentStates.has(known.state) && (wish.arrivesAt !== known.arrivesAt || placeMoves))
    return refused({ code: 'hasArrived' })
  return drafts({ ...wish, revision: known.revision + 1, updatedAt: now })
}

/** Why nothing can be done to a booking in the state it is in. */
function notNow({ state }: Booking): BookingRefusal {
  if (state === 'left' || state === 'noShow' || state === 'cancelled')
    return { code: 'ended', state }
  return { code: 'hasArrived' }
}

export function changedSince(
  booking: Booking,
  around: Pick<Surroundings, 'vehicle'>,
): BookingRefusal {
  const { revision, arrivesAt, departsAt } = booking
  return { code: 'changedSince', revision, plate: plateOf(booking, around), arrivesAt, departsAt }
}

function newBookingOf(
  command: BookingCommand & { kind: 'create' },
  now: Instant,
  reservationId: number,
): Booking {
  return bookingFrom(command.plan, {
    id: command.id,
    state: command.requested ? 'requested' : 'confirmed',
    origin: command.origin,
    reservationId,
    now,
  })
}

/** A booking that nothing has happened to yet. */
export function bookingFrom(
  plan: BookingPlan | NewBooking,
  made: Pick<Booking, 'id' | 'state' | 'origin' | 'reservationId'> & {
    now: Instant
    recurringId?: string
    occursOn?: string
  },
): Booking {
  const { now, recurringId = null, occursOn = null, ...rest } = made
  return {
    ...plan,
    ...rest,
    recurringId,
    occursOn,
    overbooked: null,
    revision: 0,
    reservation: 'none',
    transactionId: null,
    arrivedAt: null,
    finishedAt: null,
    leftAt: null,
    createdAt: now,
    updatedAt: now,
  }
}

function withoutUndefined(patch: BookingPatch): Partial<BookingPlan> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
}
