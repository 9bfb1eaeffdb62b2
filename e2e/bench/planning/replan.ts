import { replan } from '../../../shared/domain/planning/replan.ts'
import type { Plan } from '../../../shared/domain/planning/plan.ts'
import type { PlanningProblem } from '../../../shared/domain/planning/problem.ts'
import { solve } from '../../../shared/domain/planning/solve.ts'
import { depotSite, seededRandom } from '../../../shared/domain/planning/test-bench/depot-site.ts'
import type { Figure } from '../figure/figure.ts'
import { median, quantile } from '../figure/quantile.ts'
import { timed } from './timed.ts'

const CHANGES = 120
/** The first changes are not counted: code is compiled then. */
const WARM_UP = 20

/** One car after the other comes later or wants more, and each time the plan that stands is mended. */
export function replanFigures(sessions: number, slots: number): Figure[] {
  const random = seededRandom(11)
  let problem = depotSite({ seed: 5, sessions, slots })
  let plan = solve(problem, { objective: 'flattest' })
  const mended: Outcome[] = []
  const afresh: Outcome[] = []
  for (let change = 0; change < CHANGES; change += 1) {
    const previous = plan
    problem = changed(problem, Math.floor(random() * sessions), random)
    const mend = timed(() => replan(problem, previous, 'flattest'))
    const fresh = timed(() => solve(problem, { objective: 'flattest' }))
    plan = mend.result.plan
    if (change < WARM_UP) continue
    mended.push({ ms: mend.ms, moved: mend.result.changed.length })
    afresh.push({ ms: fresh.ms, moved: movedBetween(previous, fresh.result) })
  }
  const bench = 'plan'
  const what = `${sessions.toLocaleString('en')} cars, ${slots} slots`
  return [
    {
      bench,
      figure: `p95, one change, ${what}`,
      value: quantile(
        mended.map(({ ms }) => ms),
        0.95,
      ),
      unit: 'ms',
      baseline: quantile(
        afresh.map(({ ms }) => ms),
        0.95,
      ),
      budget: { of: 'value', is: '<=', limit: 16 },
    },
    {
      bench,
      figure: `others it moves, ${what}`,
      value: mended.reduce((sum, { moved }) => sum + moved, 0) / mended.length,
      unit: 'cars',
      baseline: median(afresh.map(({ moved }) => moved)),
      budget: { of: 'ratio', is: '<=', limit: 0.1 },
    },
  ]
}

interface Outcome {
  readonly ms: number
  readonly moved: number
}

function changed(problem: PlanningProblem, place: number, random: () => number): PlanningProblem {
  const sessions = problem.sessions.map((session, at) => {
    if (at !== place) return session
    const by = Math.floor(random() * 9) - 4
    if (session.arrive + by < 0 || session.depart + by > problem.slots) return session
    const hours = (session.depart - session.arrive) / 4
    const energyWh = Math.min(
      Math.round(session.energyWh * (0.7 + 0.6 * random())),
      session.maxW * hours,
    )
    return { ...session, arrive: session.arrive + by, depart: session.depart + by, energyWh }
  })
  return { ...problem, sessions }
}

function movedBetween(one: Plan, other: Plan): number {
  return one.sessions.filter(({ w, firstSlot }, place) => {
    const then = other.sessions[place]
    return then?.firstSlot !== firstSlot || then.w.some((powerW, at) => powerW !== w[at])
  }).length
}
