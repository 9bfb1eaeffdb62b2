import { at } from '../cells.ts'
import type { Plan } from '../plan.ts'
import { fusesOf, loadsOf, type Fuses } from '../phase/fuses.ts'
import { meansOf, staysOf } from '../phase/stays.ts'
import type { PlanningProblem } from '../problem.ts'
import type { Objective } from '../solve.ts'
import { carsOf, firstToLast, type Cars } from './cars.ts'
import { choiceOf, type Choice } from './choice.ts'
import { descend, layAll } from './descent.ts'
import { harden } from './harden.ts'
import { mend } from './mend.ts'
import { sixAmpPlan } from './six-amp-plan.ts'
import { LONG_SEARCH, MOST_SMALL, searchSmall, SHORT_SEARCH } from './small-site.ts'
import { layNear } from './near.ts'
import { isBetter, missesNothing, standingOf, type Laid, type Standing } from './standing.ts'
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
 * @param near an earlier answer over the same slots, which stays where it serves as well and costs little
 */
export function sixAmp(
  problem: PlanningProblem,
  plan: Plan,
  objective: Objective = 'flattest',
  near: Plan | null = null,
): Plan {
  if (keepsMinimums(problem, plan)) return plan
  const stays = staysOf(problem)
  const fuses = fusesOf(problem)
  const prices = objective === 'cheapest' ? problem.prices : null
  const cars = carsOf(problem, plan, stays, fuses, dearnessOf(prices, problem, plan))
  const order = firstToLast(cars)
  const choice = choiceOf(problem.slots)
  const leastW = prices === null ? plan.provenPeakW : 0
  const nearly = near === null ? null : laidNear(problem, near, cars, order, choice, leastW)
  if (nearly !== null && isGood(standingOf(cars, nearly), leastW))
    return sixAmpPlan(problem, plan, cars, nearly)
  const laid = layFreely(cars, meansOf(problem, stays, plan), order, choice, plan, prices !== null)
  harden(cars, laid, order, choice)
  descend(cars, laid, order, choice, leastW)
  mend(cars, laid, order, choice)
  const budget = nearly === null ? LONG_SEARCH : SHORT_SEARCH
  if (order.length <= MOST_SMALL) searchSmall(cars, laid, order, choice, leastW, budget)
  const isNear = nearly !== null && !isWorthChanging(cars, nearly, laid)
  return sixAmpPlan(problem, plan, cars, isNear ? nearly : laid)
}

/** As it was laid before; a peak that was good enough then still is. */
function laidNear(
  problem: PlanningProblem,
  near: Plan,
  cars: Cars,
  order: Int32Array,
  choice: Choice,
  leastW: number,
): Laid {
  const isPriced = cars.dearnessW.some((dearness) => dearness > 0)
  const enoughW = isPriced ? Infinity : Math.max(near.peakW, leastW * (1 + WORTH_CHANGING))
  return layNear(cars, meansOf(problem, cars.stays, near), order, choice, enoughW)
}

/** Others aren't moved for a peak or cost that is lower by less than this share of it. */
const WORTH_CHANGING = 0.01

function isGood(standing: Standing, leastW: number): boolean {
  return missesNothing(standing) && standing.measure <= leastW * (1 + WORTH_CHANGING)
}

function isWorthChanging(cars: Cars, nearly: Laid, laid: Laid): boolean {
  const standing = standingOf(cars, nearly)
  const bearable = { ...standing, measure: standing.measure / (1 + WORTH_CHANGING) }
  return isBetter(standingOf(cars, laid), bearable)
}

/** Whether the plan is one already. */
function keepsMinimums({ sessions }: PlanningProblem, plan: Plan): boolean {
  const planned = new Map(plan.sessions.map((session) => [session.id, session.w]))
  return sessions.every(({ id, minW, maxW, suspendable, charging = false }) => {
    const w = planned.get(id) ?? []
    const least = Math.min(minW, maxW) * (1 - NOISE)
    if (w.some((power) => power > 0 && power < least)) return false
    return suspendable || (isOneStretch(w) && !(charging && w[0] === 0))
  })
}

function isOneStretch(w: readonly number[]): boolean {
  const draws = w.map((power) => power > 0)
  return !draws.slice(draws.indexOf(true), draws.lastIndexOf(true)).includes(false)
}

/** The arithmetic's share of a power. */
const NOISE = 1e-9

/**
 * Lays the cars with no regard to limits but for what is full standing high: were they kept at once, whoever comes last
 * would find no room for 6 A. A cheapest plan is high where power costs little, so each slot is as high as it stands
 * above that plan.
 */
function layFreely(
  cars: Cars,
  means: Float64Array,
  order: Int32Array,
  choice: Choice,
  { peakW, provenPeakW }: Plan,
  isPriced: boolean,
): Laid {
  const { stays, fuses, dearnessW } = cars
  const freely: Manner = { ...plainly, brimW: peakW }
  const levelled: Cars = !isPriced
    ? cars
    : {
        ...cars,
        fuses: levelledBy(fuses, loadsOf(stays, fuses, means), peakW),
        dearnessW: dearnessW.map(() => 0),
      }
  const laid = layAll(levelled, means, order, choice, freely)
  descend(levelled, laid, order, choice, provenPeakW, freely)
  return { means: laid.means, loads: loadsOf(stays, fuses, laid.means) }
}

/** The fuses with another base load, on which what is planned stands level. */
function levelledBy(fuses: Fuses, planned: Float64Array, peakW: number): Fuses {
  const raised = planned.map((load, place) =>
    fuses.list[Math.floor(place / fuses.slots)]?.counts === true ? peakW - load : 0,
  )
  return {
    ...fuses,
    baseW: fuses.baseW.map((base, place) => base + at(raised, place)),
    capW: fuses.capW.map((cap, place) => cap + at(raised, place)),
  }
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
