import type { Instant } from '../../time/instant.ts'
import type { Booking, BookingPlan } from './booking.ts'
import { daysAfter, localDateOf, type Occurrence, occurrencesOf } from './occurrences.ts'
import { refusalsOf } from './placement.ts'
import type { Recurring } from './recurring.ts'
import type { Surroundings } from './surroundings.ts'

/** So many days ahead a rule's bookings are made, today not counted. */
export const HORIZON_DAYS = 28

/** A booking that a rule has made. */
export interface Made {
  readonly booking: Booking
  /** At which the rule left it; a higher one was changed by itself. Null when that is not known. */
  readonly revision: number | null
}

/** What it takes for a rule's bookings to be what it says. */
export interface Materialisation {
  readonly create: readonly { readonly occursOn: string; readonly plan: BookingPlan }[]
  readonly change: readonly { readonly booking: Booking; readonly plan: BookingPlan }[]
  readonly cancel: readonly Booking[]
  /** Changed by themselves, yet just as the rule says: from now on they follow it again. */
  readonly rejoin: readonly Booking[]
}

/**
 * What to make, change and cancel for a rule's bookings ahead to be what it says. A booking that was changed by itself
 * stays as it is, and so does a day whose booking somebody has cancelled: that is how one day is taken out. What has
 * begun is left alone.
 * @param made all that the rule has made for today and later
 */
export function materialise(
  rule: Recurring,
  made: readonly Made[],
  now: Instant,
  timeZone: string,
): Materialisation {
  const today = localDateOf(now, timeZone)
  const until = daysAfter(today, HORIZON_DAYS)
  const ahead = rule.endedAt === null ? occurrencesOf(rule, today, until, timeZone) : []
  const madeOn = new Map(made.map((one) => [one.booking.occursOn, one]))
  const create = []
  const change = []
  const rejoin = []
  for (const occurrence of ahead) {
    const known = madeOn.get(occurrence.occursOn)
    madeOn.delete(occurrence.occursOn)
    if (occurrence.arrivesAt <= now) continue
    const plan = planOf(rule, occurrence)
    if (known === undefined) create.push({ occursOn: occurrence.occursOn, plan })
    else if (isWithdrawn(known) || (isUntouched(known, now) && differs(known.booking, plan)))
      change.push({ booking: known.booking, plan })
    else if (
      isAsMade(known.booking) &&
      known.booking.revision !== known.revision &&
      !differs(known.booking, plan)
    )
      rejoin.push(known.booking)
  }
  const cancel = [...madeOn.values()]
    .filter((one) => isUntouched(one, now) && (one.booking.occursOn ?? '') <= until)
    .map(({ booking }) => booking)
  return { create, change, cancel, rejoin }
}

/** Whether a booking is still as its rule made it, and ahead. */
export function isUntouched({ booking, revision }: Made, now: Instant): boolean {
  return isAsMade(booking) && booking.revision === revision && booking.arrivesAt > now
}

/** Whether nothing has happened to a booking since a rule made it. */
function isAsMade({ state, stationId }: Booking): boolean {
  return state === 'confirmed' || (state === 'requested' && stationId === null)
}

/** Whether it was the rule that cancelled a booking: then the day comes back when the rule has it again. */
function isWithdrawn({ booking, revision }: Made): boolean {
  return booking.state === 'cancelled' && booking.revision === revision
}

/** What a rule books on one of its days. */
export function planOf(rule: Recurring, { arrivesAt, departsAt }: Occurrence): BookingPlan {
  return {
    stationId: rule.stationId,
    connectorId: rule.connectorId,
    arrivesAt,
    departsAt,
    latestDepartsAt: null,
    flexibility: rule.flexibility,
    need: rule.need,
    vehicleId: rule.vehicleId,
    customerId: rule.customerId,
    plate: rule.plate,
    idToken: rule.idToken,
    priority: rule.priority,
    note: rule.note,
  }
}

/** Whether a booking is not what the plan says; one that waits for a place lacks only that. */
function differs(booking: Booking, plan: BookingPlan): boolean {
  const waits = booking.stationId === null
  return (Object.keys(plan) as (keyof BookingPlan)[]).some(
    (key) =>
      !(waits && (key === 'stationId' || key === 'connectorId')) &&
      JSON.stringify(booking[key]) !== JSON.stringify(plan[key]),
  )
}

/**
 * The booking on its connector where it fits among the others; else without one, asked for and not agreed to, so that
 * somebody finds it a place.
 */
export function placedOrWaiting(
  booking: Booking,
  before: Booking | null,
  around: Surroundings,
): Booking {
  const placed: Booking = {
    ...booking,
    state: booking.stationId === null ? 'requested' : 'confirmed',
  }
  if (placed.stationId !== null && refusalsOf(placed, before, around).length === 0) return placed
  return { ...placed, stationId: null, connectorId: null, state: 'requested' }
}
