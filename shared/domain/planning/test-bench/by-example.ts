import { allPhases, type PlanningProblem, type PlanSession } from '../problem.ts'

/** A site for an example: so much in every slot, and what the building draws in each. */
export function siteOf(
  sessions: PlanSession[],
  limitW: number,
  baseW: number[] = Array.from({ length: 10 }, () => 0),
): PlanningProblem {
  return {
    slotMinutes: 15,
    slots: baseW.length,
    elapsed: 0,
    baseW,
    limitW: baseW.map(() => limitW),
    phases: null,
    feeders: [],
    prices: null,
    sessions,
  }
}

/** A car on three phases that is promised 1 kWh and stays for ten slots, but for what is its own. */
export function car(own: Partial<PlanSession>): PlanSession {
  return {
    id: 'car',
    arrive: 0,
    depart: 10,
    energyWh: 1000,
    maxW: 11_040,
    minW: 4140,
    phases: allPhases,
    feederId: null,
    priority: 'normal',
    promised: true,
    suspendable: true,
    ...own,
  }
}
