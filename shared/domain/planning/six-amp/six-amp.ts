import type { Plan } from '../plan.ts'
import { fusesOf } from '../phase/fuses.ts'
import { meansOf, staysOf } from '../phase/stays.ts'
import type { PlanningProblem } from '../problem.ts'
import type { Objective } from '../solve.ts'
import { carsOf, firstToLast } from './cars.ts'
import { choiceOf } from './choice.ts'
import { descend, layAll } from './descent.ts'
import { harden } from './harden.ts'
import { mend } from './mend.ts'
import { sixAmpPlan } from './six-amp-plan.ts'
import { MOST_SMALL, searchSmall } from './small-site.ts'
import { plainly, type Manner } from './surroundings.ts'

/**
 * The plan in which every car draws its minimum or more, or nothing (IEC 61851-1: 6 A), within every limit in W and by
 * phase. Each gets the energy that `plan` gives it wherever that goes; where it doesn't, those in the last rank miss
 * it, and are named. A car that can't be paused draws in one stretch.
 *
 * `w` is the power while it charges, so it is 0 or `minW` and more. What is left for less than a slot at the minimum is
 * charged in a part of the car's last slot: `w` is the minimum there and the limits are kept with it, but
 * `deliveredWh`, `readyAt` and the cost count only what is wanted.
 *
 * Where the best power for one car is found exactly, all of them together are not (that is a mixed-integer problem):
 * `gap` says how near the peak is to that of the plan with any power, which stays proven. Small sites are searched
 * further. The same question gets the same answer.
 * @param objective what `plan` was planned for; under `cheapest` energy stays in the cheapest slots that take 6 A
 */
export function sixAmp(
  problem: PlanningProblem,
  plan: Plan,
  objective: Objective = 'flattest',
): Plan {
  const stays = staysOf(problem)
  const fuses = fusesOf(problem)
  const prices = objective === 'cheapest' ? problem.prices : null
  const cars = carsOf(problem, plan, stays, fuses, dearnessOf(prices, problem, plan))
  const order = firstToLast(cars)
  const choice = choiceOf(problem.slots)
  const means = meansOf(problem, stays, plan)
  const least = prices === null ? plan.provenPeakW : 0
  // Limits may be exceeded at first, or who is laid last finds them full. Where prices count they always are.
  const first: Manner = { ...plainly, brimW: prices === null ? plan.peakW : null }
  const laid = layAll(cars, means, order, choice, first)
  descend(cars, laid, order, choice, least, first)
  harden(cars, laid, order, choice)
  descend(cars, laid, order, choice, least)
  mend(cars, laid, order, choice)
  if (order.length <= MOST_SMALL) searchSmall(cars, laid, order, choice, least)
  return sixAmpPlan(problem, plan, cars, laid)
}

/** Finer differences of price than this share of the largest don't outweigh how even the load is. */
const FINEST_PRICE = 1e-4

/**
 * What makes a slot with dear power stand higher than the load does: the least difference of prices is more than all
 * that can be drawn.
 */
function dearnessOf(
  prices: readonly number[] | null,
  { slots, baseW, sessions }: PlanningProblem,
  { peakW }: Plan,
): Float64Array {
  const dearness = new Float64Array(slots)
  if (prices === null) return dearness
  const sorted = [...new Set(prices)].sort((one, other) => one - other)
  const lowest = sorted[0] ?? 0
  const range = (sorted.at(-1) ?? 0) - lowest
  if (range <= 0) return dearness
  const steps = sorted.slice(1).map((price, place) => price - (sorted[place] ?? 0))
  const finest = Math.max(range * FINEST_PRICE, Math.min(...steps))
  const highestW = Math.max(peakW, ...baseW) + sessions.reduce((sum, { maxW }) => sum + maxW, 0)
  return dearness.map((_, slot) => (((prices[slot] ?? 0) - lowest) / finest) * 3 * highestW)
}
