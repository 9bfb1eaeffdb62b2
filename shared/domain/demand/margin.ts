import { HOUR, MINUTE } from '../../time/instant.ts'
import type { Booking } from '../booking/booking.ts'
import { needWh } from '../booking/need.ts'
import { presentStates } from '../booking/states.ts'
import type { PlanSession } from '../planning/problem.ts'
import { SLOT_MS } from './slots.ts'

/** So long before it leaves a car is better done. */
export const GOOD_MARGIN_MS = 15 * MINUTE

/** And so long before in any case: what is told in the last moments comes too late. */
export const LEAST_MARGIN_MS = 2 * MINUTE

/** But no more than this share of the time of its stay that it doesn't need. */
const SHARE = 0.25

/** A car that has got behind is left this share of the time that it has to spare. */
const LEFT_SHARE = 0.5

/**
 * A promised session whose car is there as it is better planned: done a little before the car leaves. What then goes
 * otherwise than planned - a limit told at short notice, a car that comes late, a charger that is slow to follow - can
 * still be made up for. How long before goes by the stay as it was booked, so that it stays the same while time passes.
 * @param mostMs how long before at most
 */
export function withMargin(
  session: PlanSession,
  {
    state,
    need,
    arrivesAt,
    departsAt,
  }: Pick<Booking, 'state' | 'need' | 'arrivesAt' | 'departsAt'>,
  mostMs: number,
): PlanSession {
  const { arrive, depart, energyWh, maxW, promised } = session
  if (!promised || !presentStates.has(state) || need === null || maxW <= 0) return session
  const idleMs = departsAt - arrivesAt - (needWh(need) * HOUR) / maxW
  const leftMs = (depart - arrive) * SLOT_MS - (energyWh * HOUR) / maxW
  const marginMs = Math.min(mostMs, idleMs * SHARE, leftMs * LEFT_SHARE)
  return marginMs > 0 ? { ...session, depart: depart - marginMs / SLOT_MS } : session
}
