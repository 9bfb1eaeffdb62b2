import { loadLp } from '../../shared/domain/planning/test-bench/lp.ts'
import type { OfferNeed } from '../../shared/domain/planning/promise-book.ts'
import type { PlanSession } from '../../shared/domain/planning/problem.ts'
import type { Figure } from './figure/figure.ts'
import { median, quantile } from './figure/quantile.ts'
import { progress, report } from './figure/report.ts'
import { bookedDepot } from './planning/booked-depot.ts'
import { timesOf } from './planning/timed.ts'

/**
 * What a driver is offered for every start of the day at once, on a depot whose grid is as good as booked out; beside
 * it HiGHS, asked for the most energy at one single start.
 */
const BOOKINGS = 500
const SLOTS = 96
const DRIVERS = 200
const STAY_SLOTS = 8
const STARTS_FOR_HIGHS = 3

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const figures: Figure[] = []
  for (const feeders of [0, 20]) figures.push(...(await figuresWith(feeders)))
  return report(figures, args)
}

async function figuresWith(feeders: number): Promise<Figure[]> {
  const { problem, book } = bookedDepot({ seed: 4, bookings: BOOKINGS, slots: SLOTS, feeders })
  const needs = Array.from({ length: DRIVERS }, (_, driver): OfferNeed => ({
    earliest: 0,
    latest: SLOTS - (driver % 24),
    maxW: [3_680, 7_360, 11_000, 22_000][driver % 4] ?? 11_000,
    feederId: feeders === 0 ? null : `feeder ${driver % feeders}`,
    wantWh: Infinity,
  }))
  const every = timesOf(needs, (need) => book.offerCurve(need))
  const stays = timesOf(needs, (need) => book.offersOfLength(need, STAY_SLOTS))
  const lp = await loadLp(() => performance.now())
  const highs = needs.slice(0, STARTS_FOR_HIGHS).map((need) => {
    const offers = book.offerCurve({ ...need, earliest: SLOTS / 2 })
    const arrive = SLOTS / 2 + mostContested(offers, need.maxW)
    const guest: PlanSession = {
      id: 'guest',
      arrive,
      depart: need.latest,
      energyWh: 1e6,
      maxW: need.maxW,
      minW: 0,
      phases: ['L1', 'L2', 'L3'],
      feederId: need.feederId,
      priority: 'normal',
      promised: true,
      suspendable: true,
    }
    const sessions = [...problem.sessions, guest]
    const answer = lp.answer({ ...problem, sessions }, 'delivered', {
      weights: [...problem.sessions.map(() => 0), 1],
      atLeastWh: [...problem.sessions.map(({ energyWh }) => energyWh), 0],
    })
    const offeredWh = offers[arrive - SLOTS / 2] ?? Number.NaN
    progress(
      `${feeders} feeders: ${offeredWh.toFixed(0)} Wh offered, ${answer.value.toFixed(0)} by HiGHS`,
    )
    return { ms: answer.solverMs, offWh: Math.abs(answer.value - offeredWh) }
  })
  const bench = 'offer'
  const where = `${BOOKINGS} bookings, ${feeders === 0 ? 'no' : feeders} feeders`
  const baseline = median(highs.map(({ ms }) => ms))
  return [
    {
      bench,
      figure: `p95, all starts of a day, ${where}`,
      value: quantile(every, 0.95),
      unit: 'ms',
      baseline,
      budget: { of: 'value', is: '<=', limit: 16 },
    },
    {
      bench,
      figure: `p95, all stays of two hours, ${where}`,
      value: quantile(stays, 0.95),
      unit: 'ms',
      baseline,
      budget: { of: 'value', is: '<=', limit: 16 },
    },
    {
      bench,
      figure: `furthest from HiGHS, ${where}`,
      value: Math.max(...highs.map(({ offWh }) => offWh)),
      unit: 'Wh',
      baseline: null,
      budget: { of: 'value', is: '<=', limit: 1 },
    },
  ]
}

/** The start that falls furthest short of full power. */
function mostContested(offersWh: Float64Array, maxW: number): number {
  let contested = 0
  let furthestWh = -1
  offersWh.forEach((wh, start) => {
    const shortWh = (maxW * (offersWh.length - start)) / 4 - wh
    if (shortWh <= furthestWh) return
    furthestWh = shortWh
    contested = start
  })
  return contested
}
