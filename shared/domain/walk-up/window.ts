import { HOUR, MINUTE, type Instant } from '../../time/instant.ts'
import type { BookingPlan } from '../booking/booking.ts'
import { SLOT_MS, slotAt, startOfSlot } from '../demand/slots.ts'
import { ASSUMED_W } from '../offer/likes.ts'
import type { WalkUpNeed } from './need.ts'
import type { WalkUpTerms } from './walk-up-terms.ts'

/** A window that a walk-up may be promised, and what in it. */
export type WalkUpWindow = Pick<BookingPlan, 'departsAt' | 'need'>

export interface WindowFacts {
  readonly now: Instant
  /** What flows there at most, W; null where nobody knows. */
  readonly powerW: number | null
  /** When the connector has to be free again; null when nobody else has booked it. */
  readonly freeUntil: Instant | null
  /** What it has taken already, Wh. */
  readonly deliveredWh: number
  readonly terms: Pick<WalkUpTerms, 'fullStayMin' | 'mostStayMin'>
}

/** Longer windows than the shortest are tried in steps that grow, as offers are. */
const LONGER = [0, 1, 2, 4, 8, 16, 32]

/** Shorter than this nobody is taken in before the next booking; then that is told to be in the way. */
const LEAST_MS = 10 * MINUTE

/**
 * The windows to try for what somebody wants who is there now, the shortest first: the first that can be promised is
 * taken. `full` and `until` ask no energy of the grid, so each has one.
 */
export function walkUpWindows(need: WalkUpNeed, facts: WindowFacts): WalkUpWindow[] {
  const { now, terms } = facts
  const latest = now + terms.mostStayMin * MINUTE
  switch (need.kind) {
    case 'until':
      return [{ departsAt: need.at, need: null }]
    case 'full': {
      const departsAt = Math.min(now + terms.fullStayMin * MINUTE, latest)
      return [{ departsAt: beforeNext(departsAt, facts), need: null }]
    }
    case 'energy': {
      const { energyWh } = need
      const restWh = Math.max(0, energyWh - facts.deliveredWh)
      const slots = Math.max(
        1,
        Math.ceil((restWh * HOUR) / Math.max(1, facts.powerW ?? ASSUMED_W) / SLOT_MS),
      )
      const first = Math.ceil(slotAt(now)) + slots
      const ends = LONGER.map((more) => startOfSlot(first + more)).filter(
        (departsAt, index) =>
          index === 0 ||
          (departsAt <= latest && (facts.freeUntil === null || departsAt <= facts.freeUntil)),
      )
      return ends.map((departsAt) => ({ departsAt, need: { kind: 'energy', energyWh } }))
    }
  }
}

function beforeNext(departsAt: Instant, { now, freeUntil }: WindowFacts): Instant {
  if (freeUntil === null || freeUntil - now < LEAST_MS) return departsAt
  return Math.min(departsAt, freeUntil)
}

/** Whether somebody wants to stay for longer than the terms have it. */
export function isTooLong(
  need: WalkUpNeed,
  from: Instant,
  { mostStayMin }: Pick<WalkUpTerms, 'mostStayMin'>,
): boolean {
  return need.kind === 'until' && need.at > from + mostStayMin * MINUTE
}
