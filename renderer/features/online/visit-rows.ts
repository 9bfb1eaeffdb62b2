import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { positionOf } from '../../../shared/domain/visit/in-line.ts'
import type { Visit } from '../../../shared/domain/visit/visit.ts'
import { phoneKey } from '../../../shared/domain/search/what-typed.ts'
import { plateKey } from '../../../shared/domain/vehicle/plate-key.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { heldUntilOf } from '../../visit/held-until.ts'
import { typedPhone } from '../../visit/typed-phone.ts'

/** The groups of the list, what presses first. */
export const visitGroups = ['offered', 'unpaid', 'waiting', 'today', 'ahead', 'over'] as const
export type VisitGroup = (typeof visitGroups)[number]

/** What goes on with one that is agreed; null where it is only awaited. */
export type VisitGoing = 'arrived' | 'charging' | 'finished' | 'late' | 'change'

/** A visit with the booking that it became, as the list shows it. */
export interface VisitRow {
  readonly visit: Visit
  /** Null while it has none, and where it is too far away to be live. */
  readonly booking: Booking | null
  readonly group: VisitGroup
  readonly going: VisitGoing | null
  readonly line: { readonly position: number; readonly of: number } | null
  /** Until when something is held for it; null where nothing is. */
  readonly heldUntil: Instant | null
  readonly window: { readonly from: Instant; readonly until: Instant }
}

/** The visits as rows, in their groups and within each in order: what ends soonest, who waited longest, who comes first. */
export function visitRows(
  visits: readonly Visit[],
  bookings: ReadonlyMap<string, Booking>,
  now: Instant,
  dayOf: (at: Instant) => string,
): VisitRow[] {
  const rows = visits.map((visit): VisitRow => {
    const booking = (visit.bookingId === null ? undefined : bookings.get(visit.bookingId)) ?? null
    const window =
      booking === null
        ? { from: visit.wish.arrivesFrom, until: visit.wish.departsBy }
        : { from: booking.arrivesAt, until: booking.departsAt }
    return {
      visit,
      booking,
      group: groupOf(visit, window.from, now, dayOf),
      going: goingOf(visit, booking, now),
      line: positionOf(visit.id, visits),
      heldUntil: heldUntilOf(visit),
      window,
    }
  })
  return rows.toSorted(
    (one, other) =>
      visitGroups.indexOf(one.group) - visitGroups.indexOf(other.group) ||
      orderOf(one) - orderOf(other),
  )
}

/** The rows of each group that has any, in order. */
export function grouped(rows: readonly VisitRow[]): (readonly [VisitGroup, VisitRow[]])[] {
  return visitGroups.flatMap((group) => {
    const members = rows.filter((row) => row.group === group)
    return members.length === 0 ? [] : [[group, members] as const]
  })
}

/** Whether what is typed stands in a row: its plate and phone however they are written, its e-mail, its connector. */
export function isFound({ visit }: VisitRow, place: string, typed: string): boolean {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return true
  const [plate, phone] = [plateKey(typed), typedPhone(typed)]
  return (
    (plate !== '' && plateKey(visit.plate).includes(plate)) ||
    (phone !== '' && phoneKey(visit.phone).includes(phone)) ||
    [visit.email, place].some((text) => text.toLowerCase().includes(wanted))
  )
}

function groupOf(
  { state }: Visit,
  from: Instant,
  now: Instant,
  dayOf: (at: Instant) => string,
): VisitGroup {
  if (state !== 'agreed') return state
  return from <= now || dayOf(from) === dayOf(now) ? 'today' : 'ahead'
}

function goingOf(visit: Visit, booking: Booking | null, now: Instant): VisitGoing | null {
  if (visit.state !== 'agreed') return null
  if (visit.lapse !== null) return 'change'
  switch (booking?.state) {
    case 'arrived':
    case 'charging':
    case 'finished':
      return booking.state
    case 'confirmed':
      return now > (visit.expectedAt ?? booking.arrivesAt) ? 'late' : null
    default:
      return null
  }
}

function orderOf({ group, visit, line, heldUntil, window }: VisitRow): number {
  switch (group) {
    case 'offered':
    case 'unpaid':
      return heldUntil ?? visit.createdAt
    case 'waiting':
      return line?.position ?? 0
    case 'today':
    case 'ahead':
      return window.from
    case 'over':
      return -visit.since
  }
}
