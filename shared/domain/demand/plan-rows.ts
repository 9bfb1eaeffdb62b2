import type { Instant } from '../../time/instant.ts'
import type { Booking } from '../booking/booking.ts'
import { needWh } from '../booking/need.ts'
import type { CriticalSet, Plan, PlannedSession, Unmet } from '../planning/plan.ts'
import { lowerInW } from '../planning/phase/in-watts.ts'
import type { PlanSession } from '../planning/problem.ts'
import type { CriticalStretch, PlanLine, StoredPlan } from '../planning/stored-plan.ts'
import type { GridAhead } from './grid-ahead.ts'
import { SLOT_MS, startOfSlot } from './slots.ts'

/** The plan as a row that desks follow. */
export function planRow(plan: Plan, grid: GridAhead, now: Instant): StoredPlan {
  const whole = (values: readonly number[]): number[] => values.map(Math.round)
  return {
    id: 'plan',
    plannedAt: now,
    startsAt: startOfSlot(grid.firstSlot),
    slotMs: SLOT_MS,
    baseW: whole(grid.baseW),
    limitW: limitOf(grid),
    plannedW: whole(plan.loadW),
    peakW: Math.round(plan.peakW),
    provenPeakW: Math.round(plan.provenPeakW),
    cost: plan.cost === null ? null : Math.round(plan.cost),
    critical: stretchesOf(plan.critical, grid.firstSlot),
    unmet: plan.unmet.length,
  }
}

/** What the site may draw, W, all phases together where they are limited; null where nothing is. */
function limitOf({ limitW, limitDa, voltageV }: GridAhead): number[] | null {
  return lowerInW(limitW, limitDa, voltageV)?.map(Math.round) ?? null
}

/** What is planned for one car. */
export function planLine(
  booking: Booking,
  session: PlanSession,
  planned: PlannedSession | undefined,
  unmet: Unmet | undefined,
  firstSlot: number,
  now: Instant,
): PlanLine | null {
  const { id, stationId, connectorId, transactionId, need } = booking
  if (stationId === null || connectorId === null) return null
  const readyAt = planned?.readyAt ?? null
  return {
    id,
    stationId,
    connectorId,
    transactionId,
    departsAt: booking.departsAt,
    promised: session.promised,
    needWh: need === null ? null : needWh(need),
    remainingWh: Math.ceil(session.energyWh),
    maxW: Math.floor(session.maxW),
    powers: planned === undefined ? [] : powersOf(planned, session, firstSlot, now),
    readyAt: readyAt === null ? null : Math.ceil((firstSlot + readyAt) * SLOT_MS),
    shortfallWh: Math.ceil(unmet?.shortfallWh ?? 0),
    because: unmet?.because ?? null,
    critical: unmet === undefined ? [] : stretchesOf(unmet.critical, firstSlot),
  }
}

/** From this share of its power on a car gets all of it. */
const ALL = 0.998

/** A minimum is not to become less than that by arithmetic. */
const FLOAT_W = 1e-3

/** From when it draws how much: only where that changes. */
function powersOf(
  { firstSlot: begins, w }: PlannedSession,
  session: PlanSession,
  firstSlot: number,
  now: Instant,
): [Instant, number][] {
  const powers: [Instant, number][] = []
  // A car that is there has been since its slot began at least: a line that says the same stays the same.
  const arrivesAt = session.arrive * SLOT_MS <= now ? 0 : Math.round(session.arrive * SLOT_MS)
  for (const [index, watts] of w.entries()) {
    const from = Math.max(arrivesAt, startOfSlot(firstSlot + begins + index))
    // A part of a slot holds whole watt-minutes: what is lost to that isn't held back from the car.
    const powerW =
      watts > session.maxW * ALL ? Math.floor(session.maxW) : Math.floor(watts + FLOAT_W)
    if (powers.at(-1)?.[1] !== powerW) powers.push([from, powerW])
  }
  const last = powers.at(-1)
  const endsAt = startOfSlot(firstSlot + begins + w.length)
  // What isn't planned any more isn't drawn.
  if (last !== undefined && last[1] > 0 && endsAt < session.depart * SLOT_MS)
    powers.push([endsAt, 0])
  return powers
}

/** Slots as stretches of time. */
export function stretchesOf(
  { slots, feederIds }: CriticalSet,
  firstSlot: number,
): CriticalStretch[] {
  const stretches: CriticalStretch[] = []
  for (const slot of [...slots].sort((a, b) => a - b)) {
    const from = startOfSlot(firstSlot + slot)
    const last = stretches.at(-1)
    if (last !== undefined && last.until === from) last.until = from + SLOT_MS
    else stretches.push({ from, until: from + SLOT_MS, feederIds: [...feederIds] })
  }
  return stretches
}
