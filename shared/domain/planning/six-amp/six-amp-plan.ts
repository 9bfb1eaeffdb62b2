import { add, at, whole } from '../cells.ts'
import { criticalOf, inDa, peakOf, roomOf } from '../phase/fuses.ts'
import { eachCell } from '../phase/stays.ts'
import type { CriticalSet, PhaseLoads, PhaseVerdict, Plan, PlannedSession, Unmet } from '../plan.ts'
import { allPhases, type PlanningProblem, type PlanSession } from '../problem.ts'
import { eachCharge, missedWm, servedWm, type Cars } from './cars.ts'
import type { Laid } from './standing.ts'

/** The plan that what was laid makes. @param before the plan that it was made from */
export function sixAmpPlan(problem: PlanningProblem, before: Plan, cars: Cars, laid: Laid): Plan {
  const peakW = peakOf(cars.fuses, laid.loads)
  // What isn't delivered may leave the peak lower than that of any plan that delivers all.
  const provenPeakW = Math.min(before.provenPeakW, peakW)
  const plan: Plan = {
    sessions: problem.sessions.map((session, s) => plannedSession(problem, session, cars, laid, s)),
    loadW: siteLoadW(problem, cars, laid),
    peakW,
    provenPeakW,
    gap: provenPeakW > 0 ? peakW / provenPeakW - 1 : 0,
    cost: problem.prices === null ? null : costOf(problem.prices, cars, laid),
    critical: before.critical,
    unmet: problem.sessions.flatMap((session, s) => unmetOf(session, before, cars, laid, s)),
  }
  const { phases } = problem
  if (phases === null) return plan
  return { ...plan, phases: phaseLoads(plan, before, cars, laid, phases.voltageV) }
}

function plannedSession(
  { elapsed }: PlanningProblem,
  { id, arrive, depart, energyWh }: PlanSession,
  cars: Cars,
  { means }: Laid,
  s: number,
): PlannedSession {
  const w: number[] = []
  let readyAt = Math.max(arrive, elapsed)
  eachCharge(cars, means, s, (cell, slot, chargedWm) => {
    const mean = at(means, cell)
    w.push(mean > 0 ? mean / at(cars.stays.share, cell) : 0)
    if (chargedWm <= 0) return
    const begins = Math.max(arrive, slot, slot === 0 ? elapsed : 0)
    const ends = Math.min(depart, slot + 1)
    const part = chargedWm / (mean * at(cars.stays.minutes, slot))
    readyAt = begins + (ends - begins) * Math.min(1, part)
  })
  const deliveredWh = deliveredWhOf(cars, means, s)
  return {
    id,
    firstSlot: whole(cars.stays.first, s),
    w,
    deliveredWh,
    readyAt: isAll(deliveredWh, energyWh) ? readyAt : null,
  }
}

/** What it is to get, unless that is missed because of the minimum, or passed because of it. */
function deliveredWhOf(cars: Cars, means: Float64Array, s: number): number {
  const wm = servedWm(cars, means, s)
  const needWm = at(cars.needWm, s)
  return (Math.abs(wm - needWm) <= needWm * NOISE ? needWm : wm) / 60
}

/** The arithmetic's share of an energy. */
const NOISE = 1e-7

/** Energies are whole watt-minutes; less than one isn't missed. */
function isAll(deliveredWh: number, energyWh: number): boolean {
  return (energyWh - deliveredWh) * 60 < 1
}

function unmetOf(
  { id, energyWh }: PlanSession,
  before: Plan,
  cars: Cars,
  laid: Laid,
  s: number,
): Unmet[] {
  const deliveredWh = deliveredWhOf(cars, laid.means, s)
  if (isAll(deliveredWh, energyWh)) return []
  const known = before.unmet.find(({ sessionId }) => sessionId === id)
  const shortfallWh = energyWh - deliveredWh
  if (known !== undefined && missedWm(cars, laid.means, s) === 0) return [{ ...known, shortfallWh }]
  const critical = inTheWayOf(cars, laid, s)
  return [{ sessionId: id, shortfallWh, because: 'limit', critical }]
}

/** Where a car could draw more, but a fuse on its way hasn't got room for that or for its minimum. */
function inTheWayOf(cars: Cars, { means, loads }: Laid, s: number): CriticalSet {
  const { fuses, stays } = cars
  const places: number[] = []
  eachCell(stays, s, (cell, slot) => {
    const share = at(stays.share, cell)
    const mean = at(means, cell)
    if (share <= 0 || mean >= at(cars.mostW, s) * share * NEARLY) return
    const lacksW = mean > 0 ? at(cars.mostW, s) * share - mean : at(cars.leastW, s) * share
    if (roomOf(fuses, loads, s, slot) >= lacksW) return
    for (let p = whole(fuses.path, s); p < whole(fuses.path, s + 1); p += 1) {
      const place = whole(fuses.onto, p) * fuses.slots + slot
      const leftW = (at(fuses.capW, place) - at(loads, place)) / at(fuses.weight, p)
      if (leftW < lacksW) places.push(place)
    }
  })
  return criticalOf(fuses, places)
}

const NEARLY = 1 - 1e-9

function siteLoadW({ baseW }: PlanningProblem, { stays }: Cars, { means }: Laid): number[] {
  const loadW = Float64Array.from({ length: stays.slots }, (_, slot) => baseW[slot] ?? 0)
  for (let s = 0; s < stays.count; s += 1)
    eachCell(stays, s, (cell, slot) => add(loadW, slot, at(means, cell)))
  return [...loadW]
}

function costOf(prices: readonly number[], cars: Cars, { means }: Laid): number {
  let cost = 0
  for (let s = 0; s < cars.stays.count; s += 1)
    eachCharge(cars, means, s, (_, slot, chargedWm) => {
      cost += chargedWm * (prices[slot] ?? 0)
    })
  return cost / 60e6
}

function phaseLoads(
  { peakW, provenPeakW, unmet }: Plan,
  before: Plan,
  { fuses }: Cars,
  { loads }: Laid,
  voltageV: number,
): PhaseLoads {
  const [L1, L2, L3] = allPhases.map((phase) => {
    const fuse = fuses.list.findIndex((one) => one.feederId === null && one.phase === phase)
    const ofPhase = loads.subarray(fuse * fuses.slots, (fuse + 1) * fuses.slots)
    return Array.from(ofPhase, (w) => inDa(w, voltageV))
  })
  return {
    loadDa: { L1: L1 ?? [], L2: L2 ?? [], L3: L3 ?? [] },
    peakDa: inDa(peakW, voltageV),
    provenPeakDa: inDa(provenPeakW, voltageV),
    verdict: verdictOn(before, unmet),
  }
}

/** What fits with any power doesn't always fit with 6 A or nothing; that it doesn't then isn't proven. */
function verdictOn({ phases }: Plan, unmet: readonly Unmet[]): PhaseVerdict {
  if (phases?.verdict === 'infeasible') return 'infeasible'
  return unmet.some(({ because }) => because === 'limit') ? 'unproven' : 'feasible'
}
