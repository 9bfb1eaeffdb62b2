import { type Booking, bookingPlan } from './booking.ts'
import { changedSince, type Decision, type NextReservationId } from './decide.ts'
import { refusalsOf } from './placement.ts'
import type { StepChange } from './step.ts'
import type { Surroundings } from './surroundings.ts'

/** What a step may have changed of a booking and taking it back restores; what chargers do to it stays. */
const restored = [
  ...(Object.keys(bookingPlan.shape) as (keyof typeof bookingPlan.shape)[]),
  'state',
  'overbooked',
  'arrivedAt',
  'leftAt',
] as const

/**
 * Takes a step back (`undo`), or does it again (`redo`). Only what the step itself changed is put back, and only when
 * nobody has changed just that since; the rules for what is booked hold here too, save that an arrival may lie in the
 * past. All of it or nothing.
 */
export function takeBack(
  step: readonly StepChange[],
  direction: 'undo' | 'redo',
  around: Surroundings,
  nextReservationId: NextReservationId,
): Decision {
  const { occupancy, now } = around
  const targets: { id: string; was: Booking | null; wish: Booking | null }[] = []
  for (const change of step) {
    const from = direction === 'undo' ? change.after : change.before
    const to = direction === 'undo' ? change.before : change.after
    const id = (from ?? to)?.id
    if (id === undefined) continue
    const was = occupancy.get(id) ?? null
    const moved = from === null ? was : movedOn(was, from, to)
    if (moved !== null)
      return {
        kind: 'refused',
        wish: null,
        before: was,
        bookingId: id,
        refusals: [changedSince(moved, around)],
      }
    targets.push({ id, was, wish: wishOf(was, from, to, now, nextReservationId) })
  }
  const putBack = (which: 'was' | 'wish'): void => {
    for (const target of targets) {
      const row = target[which]
      if (row === null) occupancy.remove(target.id)
      else occupancy.put(row)
    }
  }
  putBack('wish')
  for (const { id, was, wish } of targets) {
    if (wish === null) continue
    const refusals = refusalsOf(wish, was, around, true)
    if (refusals.length === 0) continue
    putBack('was')
    return { kind: 'refused', wish, before: was, bookingId: id, refusals }
  }
  return { kind: 'done', changes: targets.map(({ was, wish }) => ({ before: was, after: wish })) }
}

/** The booking as it is now, when what the step has left of it is not so any more; null when it still is. */
function movedOn(was: Booking | null, from: Booking, to: Booking | null): Booking | null {
  if (was === null) return from
  const touched = to === null ? restored : differing(from, to)
  return touched.every((field) => isSame(was[field], from[field])) ? null : was
}

function wishOf(
  was: Booking | null,
  from: Booking | null,
  to: Booking | null,
  now: number,
  nextReservationId: NextReservationId,
): Booking | null {
  if (to === null) return null
  if (was === null || from === null)
    return { ...to, reservationId: nextReservationId(), reservation: 'none', updatedAt: now }
  const patch = Object.fromEntries(differing(from, to).map((field) => [field, to[field]]))
  return { ...was, ...patch, revision: was.revision + 1, updatedAt: now }
}

function differing(one: Booking, other: Booking): (typeof restored)[number][] {
  return restored.filter((field) => !isSame(one[field], other[field]))
}

/** Whether two values of a field are one; a need is an object of plain values. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
