import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import { barOf, spanOf } from './bar.ts'
import type { BarFacts, BarModel } from './bar.ts'
import { laneCount, lanesOf, ONLY_LANE } from './lanes.ts'
import type { Lane } from './lanes.ts'
import type { RowBookings } from './index-bars.ts'

type KnownBar = { facts: BarFacts; now: Instant; bar: BarModel }

/**
 * Makes bars like `barOf`, but hands the same one out again for as long as it looks the same: the clock and the meters
 * tick all the time, and most bars care for neither.
 */
export function barKeeper(): (facts: BarFacts, now: Instant) => BarModel {
  const known = new WeakMap<Booking, KnownBar>()
  return (facts, now) => {
    const before = known.get(facts.booking)
    if (before !== undefined && before.now === now && alike(before.facts, facts)) return before.bar
    const fresh = barOf(facts, now)
    const bar = before !== undefined && looksAlike(before.bar, fresh) ? before.bar : fresh
    known.set(facts.booking, { facts, now, bar })
    return bar
  }
}

/** The lanes of a row: of the bars that share it at some time, and how many it needs. */
export interface RowLanes {
  readonly laneOf: (bookingId: string) => Lane
  readonly count: number
}

const oneLane: RowLanes = { laneOf: () => ONLY_LANE, count: 1 }

/** Gives the lanes of a row, reckoned anew when the row has changed or the clock moved. */
export function laneKeeper(): (row: RowBookings | undefined, now: Instant) => RowLanes {
  const known = new WeakMap<RowBookings, { now: Instant; lanes: RowLanes }>()
  return (row, now) => {
    if (row === undefined) return oneLane
    const before = known.get(row)
    if (before?.now === now) return before.lanes
    const lanes = rowLanes(row, now)
    known.set(row, { now, lanes })
    return lanes
  }
}

function rowLanes(row: RowBookings, now: Instant): RowLanes {
  const spans = row.bookings
    .filter(({ state }) => state !== 'cancelled' && state !== 'noShow')
    .map((booking) => ({ id: booking.id, ...spanOf(booking, now) }))
    .sort((a, b) => a.from - b.from)
  const lanes = lanesOf(spans)
  const count = laneCount(lanes)
  if (count === 1) return oneLane
  const shared = new Map<string, Lane>()
  lanes.forEach((lane, index) => {
    const span = spans[index]
    if (span !== undefined && lane.of > 1) shared.set(span.id, lane)
  })
  return { laneOf: (id) => shared.get(id) ?? ONLY_LANE, count }
}

function alike(a: BarFacts, b: BarFacts): boolean {
  return (
    a.transaction === b.transaction &&
    a.vehicle === b.vehicle &&
    a.customer === b.customer &&
    a.connector === b.connector &&
    a.place === b.place &&
    a.line === b.line &&
    a.visit === b.visit
  )
}

function looksAlike(a: BarModel, b: BarModel): boolean {
  return (
    a.look === b.look &&
    a.from === b.from &&
    a.until === b.until &&
    a.plate === b.plate &&
    a.customer === b.customer &&
    a.vehicle === b.vehicle &&
    a.overstayFrom === b.overstayFrom &&
    a.missedUntil === b.missedUntil &&
    a.slackUntil === b.slackUntil &&
    a.receivedWh === b.receivedWh &&
    a.neededWh === b.neededWh &&
    a.atRisk === b.atRisk &&
    a.idleMin === b.idleMin &&
    a.waitsUntil === b.waitsUntil &&
    a.plan === b.plan &&
    a.visit === b.visit
  )
}
