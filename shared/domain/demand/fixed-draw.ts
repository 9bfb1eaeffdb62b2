import { HOUR, type Instant } from '../../time/instant.ts'
import { allPhases, type Phase, type PlanSession } from '../planning/problem.ts'
import { slotAt, SLOT_MS } from './slots.ts'

/** A connector that draws what it draws, whatever is planned: its charger can't be told just now, or doesn't obey. */
export interface FixedDraw {
  readonly stationId: string
  readonly connectorId: number
  readonly w: number
  readonly feederId: string | null
  readonly phases: readonly Phase[]
}

/** So far ahead a charger that can't be told is thought to stay so, where no car's departure says how long. */
const AHEAD_MS = HOUR

/** A session whose power is what it is: it wants exactly what it will draw. */
export function fixedSession(
  { stationId, connectorId, w, feederId, phases }: FixedDraw,
  session: PlanSession | null,
  now: Instant,
): PlanSession {
  const arrive = session?.arrive ?? slotAt(now)
  const depart = session?.depart ?? slotAt(now + AHEAD_MS)
  const maxW = Math.ceil(w)
  return {
    id: session?.id ?? `fixed:${stationId}/${connectorId}`,
    arrive,
    depart,
    energyWh: Math.floor((maxW * (depart - arrive) * SLOT_MS) / HOUR),
    maxW,
    minW: 0,
    phases: phases.length === 0 ? allPhases : phases,
    feederId,
    priority: 'high',
    promised: true,
    suspendable: true,
  }
}

/** How a car fares that draws a fixed power: when it has what it wants, and what it falls short of, Wh. */
export function fixedFare(
  session: PlanSession,
  w: number,
): { readonly readyAt: Instant | null; readonly shortfallWh: number } {
  const ms = (session.depart - session.arrive) * SLOT_MS
  const shortfallWh = Math.max(0, session.energyWh - (w * ms) / HOUR)
  const takesMs = w > 0 ? (session.energyWh * HOUR) / w : Infinity
  const readyAt = shortfallWh > 0 ? null : Math.ceil(session.arrive * SLOT_MS + takesMs)
  return { readyAt, shortfallWh }
}
