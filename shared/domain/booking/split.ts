import { MINUTE } from '../../time/instant.ts'
import type { Booking } from './booking.ts'
import { endedStates, presentStates } from './states.ts'
import type { BookingCommand } from './command.ts'
import { type EnergyNeed, needWh } from './need.ts'
import type { BookingRefusal } from './refusal.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * Makes two bookings of one. The second begins once a turnaround is over; each gets its share of the need by its
 * share of the time, and together they get all of it.
 */
export function splitBooking(
  booking: Booking,
  { at, newId }: Pick<BookingCommand & { kind: 'split' }, 'at' | 'newId'>,
  { now, terms }: Pick<Surroundings, 'now' | 'terms'>,
  nextReservationId: () => number,
): readonly [Booking, Booking] | BookingRefusal {
  const { state, arrivesAt, departsAt, need } = booking
  if (state === 'left' || state === 'noShow' || state === 'cancelled')
    return { code: 'ended', state }
  const goesOnAt = at + terms.turnaroundMin * MINUTE
  if (at <= arrivesAt || goesOnAt >= departsAt || (presentStates.has(state) && at <= now))
    return { code: 'splitOutside' }
  const [firstNeed, secondNeed] = shared(need, (at - arrivesAt) / (departsAt - arrivesAt))
  const first: Booking = {
    ...booking,
    departsAt: at,
    latestDepartsAt: null,
    need: firstNeed,
    revision: booking.revision + 1,
    updatedAt: now,
  }
  const second: Booking = {
    ...booking,
    id: newId,
    arrivesAt: goesOnAt,
    need: secondNeed,
    state: presentStates.has(state) || endedStates.has(state) ? 'confirmed' : state,
    recurringId: null,
    occursOn: null,
    revision: 0,
    reservationId: nextReservationId(),
    reservation: 'none',
    transactionId: null,
    arrivedAt: null,
    finishedAt: null,
    leftAt: null,
    createdAt: now,
    updatedAt: now,
  }
  return [first, second]
}

function shared(
  need: EnergyNeed | null,
  share: number,
): readonly [EnergyNeed | null, EnergyNeed | null] {
  if (need === null) return [null, null]
  const whole = needWh(need)
  const first = Math.min(whole - 1, Math.max(1, Math.round(whole * share)))
  if (whole < 2) return [need, null]
  return [
    { kind: 'energy', energyWh: first },
    { kind: 'energy', energyWh: whole - first },
  ]
}
