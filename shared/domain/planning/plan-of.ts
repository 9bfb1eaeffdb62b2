import { at, whole } from './cells.ts'
import type { Certificate } from './certificate.ts'
import { cutFrom } from './flow/cut.ts'
import { wattMinutesOf, type Network } from './flow/network.ts'
import type { Plan, PlannedSession, Unmet } from './plan.ts'
import { presentMinutes } from './flow/presence.ts'
import type { PlanningProblem, PlanSession } from './problem.ts'
import { peakW, siteLoadW } from './flow/site-load.ts'

/**
 * The plan that lies in a network.
 * @param indices of the problem's sessions in the network, in the problem's order
 */
export function planOf(
  problem: PlanningProblem,
  network: Network,
  indices: readonly number[],
  { provenPeakW, critical }: Certificate,
): Plan {
  const { slots } = network
  const highestW = peakW(network, 0, slots)
  return {
    sessions: problem.sessions.map((session, place) =>
      plannedSession(network, session, indices[place] ?? 0),
    ),
    loadW: [...siteLoadW(network, 0, slots)],
    peakW: highestW,
    provenPeakW,
    gap: provenPeakW > 0 ? (highestW - provenPeakW) / provenPeakW : 0,
    cost: problem.prices === null ? null : costOf(network, problem.prices),
    critical,
    unmet: problem.sessions.flatMap((session, place) =>
      unmetOf(network, session, indices[place] ?? 0),
    ),
  }
}

/** What the cars' energy costs, minor units; prices are per MWh. */
export function costOf({ loadWm, slots }: Network, prices: readonly number[]): number {
  let cost = 0
  for (let slot = 0; slot < slots; slot += 1) cost += at(loadWm, slot) * (prices[slot] ?? 0)
  return cost / 60e6
}

/** What a session doesn't get of what it wants, as a list of one or none. */
export function unmetOf(network: Network, session: PlanSession, index: number): Unmet[] {
  const { sessions } = network
  const servedWm = at(sessions.servedWm, index)
  const shortWm = wattMinutesOf(session.energyWh) - servedWm
  if (shortWm <= 0) return []
  const alone = servedWm === at(sessions.needWm, index)
  return [
    {
      sessionId: session.id,
      shortfallWh: shortWm / 60,
      because: alone ? 'window' : 'limit',
      critical: alone ? { slots: [], feederIds: [] } : cutFrom(network, [index]).critical,
    },
  ]
}

function plannedSession(network: Network, session: PlanSession, index: number): PlannedSession {
  const { sessions, arcs } = network
  const offset = whole(sessions.offset, index)
  const length = whole(sessions.length, index)
  const firstSlot = whole(sessions.first, index)
  const w: number[] = []
  let last = -1
  for (let place = 0; place < length; place += 1) {
    const energyWm = at(arcs.energyWm, offset + place)
    w.push(energyWm > 0 ? energyWm / presentMinutes(session, firstSlot + place, network) : 0)
    if (energyWm > 0) last = firstSlot + place
  }
  const servedWm = at(sessions.servedWm, index)
  const complete = servedWm >= wattMinutesOf(session.energyWh)
  const readyAt = last < 0 ? Math.max(session.arrive, network.elapsed) : last + 1
  return {
    id: session.id,
    firstSlot,
    w,
    deliveredWh: servedWm / 60,
    readyAt: complete ? Math.min(readyAt, session.depart) : null,
  }
}
