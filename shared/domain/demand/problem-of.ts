import type { Instant } from '../../time/instant.ts'
import type { PlanningProblem, PlanSession } from '../planning/problem.ts'
import { ALMOST_ALL, type GridAhead } from './grid-ahead.ts'
import { slotAt, SLOT_MS } from './slots.ts'

/**
 * The sessions and the grid as one question. Times of sessions are counted from the epoch, as `sessionOf` gives them;
 * what lies beyond the last slot is cut off, and of its energy only the share of its time within is planned.
 */
export function problemOf(
  sessions: readonly PlanSession[],
  grid: GridAhead,
  now: Instant,
): PlanningProblem {
  const { firstSlot, slots, baseW, limitW, feeders, prices } = grid
  const elapsed = Math.min(ALMOST_ALL, Math.max(0, slotAt(now) - firstSlot))
  return {
    slotMinutes: SLOT_MS / 60_000,
    slots,
    elapsed,
    baseW,
    limitW,
    phases: phasesOf(grid),
    feeders,
    prices,
    sessions: sessions.flatMap((session) => within(session, firstSlot, slots, elapsed) ?? []),
  }
}

/** More than any site bears, 0.1 A: where only feeders are fused by phase. */
const NO_LIMIT_DA = 10_000_000

function phasesOf({ limitDa, voltageV, feeders, slots }: GridAhead): PlanningProblem['phases'] {
  if (limitDa !== null) return { voltageV, limitDa }
  if (feeders.every((feeder) => feeder.limitDa === null)) return null
  return { voltageV, limitDa: Array.from({ length: slots }, () => NO_LIMIT_DA) }
}

function within(
  session: PlanSession,
  firstSlot: number,
  slots: number,
  elapsed: number,
): PlanSession | null {
  const arrive = Math.max(elapsed, session.arrive - firstSlot)
  const until = session.depart - firstSlot
  const depart = Math.min(slots, until)
  if (depart <= arrive) return null
  if (depart === until) return { ...session, arrive, depart }
  const share = (depart - arrive) / (until - arrive)
  return { ...session, arrive, depart, energyWh: Math.floor(session.energyWh * share) }
}
