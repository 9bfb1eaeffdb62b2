import { LEAST_CURRENT_A } from '../../electron/demo/smart-charging/allowance.ts'
import { carMaxW, phasesUsed } from '../../electron/demo/car.ts'
import { PHASE_VOLTAGE_V } from '../../electron/demo/outlet.ts'
import { allRules, deal, type Rule } from '../../shared/domain/planning/baselines.ts'
import { planPhases } from '../../shared/domain/planning/phase/plan-phases.ts'
import type { PlanningProblem, PlanSession } from '../../shared/domain/planning/problem.ts'
import { allPhases } from '../../shared/domain/planning/problem.ts'
import { sixAmp } from '../../shared/domain/planning/six-amp/six-amp.ts'
import { solve } from '../../shared/domain/planning/solve.ts'
import { MINUTE } from '../../shared/time/instant.ts'
import { couldWh } from './figures.ts'
import { gridPhase, siteLimitW } from './ledger.ts'
import type { Day, DayCar } from './scenario.ts'

/**
 * The same day as one question, asked by somebody who knows beforehand who will come, when, and what each can take:
 * other rules, and the best there is, can be held against what was lived through.
 */
export function problemOfDay(
  day: Day,
  slotMinutes: number,
  isTemporaryTold: boolean,
): PlanningProblem {
  const slotMs = slotMinutes * MINUTE
  const slots = Math.ceil((day.until - day.from) / slotMs)
  const each = <T>(value: (slot: number) => T): T[] =>
    Array.from({ length: slots }, (_, slot) => value(slot))
  return {
    slotMinutes,
    slots,
    elapsed: 0,
    baseW: each(() => day.baseW),
    // A slot in which two limits hold is held to the lower.
    limitW: each((slot) =>
      Math.min(
        siteLimitW(day, day.from + slot * slotMs, isTemporaryTold),
        siteLimitW(day, day.from + (slot + 1) * slotMs - 1, isTemporaryTold),
      ),
    ),
    phases: { voltageV: PHASE_VOLTAGE_V, limitDa: each(() => day.gridLimitDa) },
    feeders: day.feeders.map(({ name, limitW }) => ({
      id: name,
      parentId: null,
      limitW: each(() => limitW),
      limitDa: null,
    })),
    prices: null,
    sessions: day.cars.flatMap((car) => sessionOf(day, car, slotMs) ?? []),
  }
}

/** What becomes of the day's cars: by a rule that takes them as they come, or by the plan of somebody who knew it all. */
export type Dealt = {
  by: Rule | 'plan'
  /** How many get all that they could take, of how many. */
  met: number
  of: number
  deliveredWh: number
  /** Of all that they could take. */
  deliveredShare: number
}

const SLOT_MINUTES = 5

/** The day by every rule, and as well as it could be planned beforehand; every limit is kept by all of them. */
export function dealtOf(day: Day, isTemporaryTold: boolean): Dealt[] {
  const problem = problemOfDay(day, SLOT_MINUTES, isTemporaryTold)
  const of = problem.sessions.length
  const byRules = allRules.map((by): Dealt => {
    const { met, deliveredWh, deliveredShare } = deal(problem, by)
    return { by, met, of, deliveredWh, deliveredShare }
  })
  const flattest = solve(problem, { objective: 'flattest' })
  const { sessions, unmet } = sixAmp(problem, planPhases(problem, flattest, 'flattest'))
  const wantedWh = problem.sessions.reduce((sum, { energyWh }) => sum + energyWh, 0)
  const deliveredWh = sessions.reduce((sum, line) => sum + line.deliveredWh, 0)
  const deliveredShare = deliveredWh / wantedWh
  return [...byRules, { by: 'plan', met: of - unmet.length, of, deliveredWh, deliveredShare }]
}

function sessionOf(day: Day, car: DayCar, slotMs: number): PlanSession | null {
  const station = day.stations[car.station]
  if (station === undefined || car.comesAt === null) return null
  const { outlet, rotation, feeder } = station
  const used = phasesUsed(car.car, outlet)
  return {
    id: car.plate,
    arrive: (car.comesAt - day.from) / slotMs,
    depart: (car.departsAt - day.from) / slotMs,
    energyWh: Math.floor(Math.min(car.bookedWh, car.wantedWh, couldWh(day, car))),
    maxW: carMaxW(car.car, outlet),
    minW: used * LEAST_CURRENT_A * PHASE_VOLTAGE_V,
    phases: allPhases.filter((_, phase) =>
      Array.from({ length: used }, (_own, own) => gridPhase(rotation, own)).includes(phase),
    ),
    feederId: day.feeders[feeder]?.name ?? null,
    priority: 'normal',
    promised: true,
    suspendable: car.car.staysPaused !== true,
  }
}
