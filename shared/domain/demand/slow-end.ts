import type { Booking } from '../booking/booking.ts'
import { presentStates } from '../booking/states.ts'
import { mostWithin } from '../booking/taper.ts'
import type { PowerType } from '../connector/equipment.ts'
import type { PlanLine } from '../planning/stored-plan.ts'
import type { PlanSession } from '../planning/problem.ts'
import { SLOT_MS } from './slots.ts'

/** Batteries differ: what is less than this share of the need is not foreseen so exactly. */
const UNSURE_SHARE = 0.01

/** What a battery that is to be full won't have taken by its departure, Wh, however much it is given; 0 before it is there. */
export function slowEndWh(
  { state, need, departsAt }: Pick<Booking, 'state' | 'need' | 'departsAt'>,
  { arrive, energyWh, maxW, promised }: PlanSession,
  powerType: PowerType | null,
): number {
  if (!promised || !presentStates.has(state) || need?.kind !== 'soc') return 0
  const leftMs = departsAt - arrive * SLOT_MS
  return energyWh - mostWithin(need, energyWh, maxW, powerType, leftMs)
}

/** A line that says so: a plan in which it could draw its full power to the end would promise too much. */
export function withSlowEnd(line: PlanLine, slowWh: number): PlanLine {
  if (slowWh <= line.shortfallWh || slowWh <= (line.needWh ?? 0) * UNSURE_SHARE) return line
  return { ...line, shortfallWh: Math.ceil(slowWh), readyAt: null, because: 'window', critical: [] }
}
