import { loadLp } from '../../shared/domain/planning/test-bench/lp.ts'
import type { Lp } from '../../shared/domain/planning/test-bench/lp.ts'
import { depotSite } from '../../shared/domain/planning/test-bench/depot-site.ts'
import { solve } from '../../shared/domain/planning/solve.ts'
import type { Figure } from './figure/figure.ts'
import { typicalPair } from './figure/pair.ts'
import { progress, report } from './figure/report.ts'
import { judgeFigures } from './planning/judge.ts'
import { replanFigures } from './planning/replan.ts'
import { timed } from './planning/timed.ts'

/**
 * Planning a depot afresh against HiGHS on the same problem, in time and in the peak that comes out; planning anew
 * after one change against planning afresh; and the verdict on a booking while it is dragged.
 */
const ROUNDS = 5

/** HiGHS takes about a minute for the largest of these; there the plan is held to its own proof. */
const SIZES = [
  { sessions: 200, slots: 96, feeders: 0, highs: true },
  { sessions: 1_000, slots: 96, feeders: 0, highs: true },
  { sessions: 1_000, slots: 96, feeders: 50, highs: true },
  { sessions: 10_000, slots: 96, feeders: 0, highs: false },
]

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const lp = await loadLp(() => performance.now())
  // What is measured is compiled code, on both sides.
  planBoth(lp, { sessions: 400, slots: 96, feeders: 10, highs: true }, 0)
  for (let round = 1; round <= ROUNDS; round += 1) {
    solve(depotSite({ seed: -round, sessions: 1_000, slots: 96 }), { objective: 'flattest' })
  }
  const figures = SIZES.flatMap((size) => planFigures(lp, size))
  figures.push(...replanFigures(500, 96), ...replanFigures(1_000, 192))
  figures.push(...judgeFigures(0), ...judgeFigures(20))
  return report(figures, args)
}

type Size = (typeof SIZES)[number]

function planFigures(lp: Lp, size: Size): Figure[] {
  const rounds = Array.from({ length: ROUNDS }, (_, round) => planBoth(lp, size, round + 1))
  const bench = 'plan'
  const feeders = size.feeders === 0 ? '' : `, ${size.feeders} feeders`
  const what = `${size.sessions.toLocaleString('en')} cars, ${size.slots} slots${feeders}`
  const pair = typicalPair(
    rounds.map(({ ownMs, highsMs }) => ({ value: ownMs, baseline: highsMs ?? 1 })),
  )
  const largest = size.sessions === 1_000 && size.feeders === 0
  return [
    {
      bench,
      figure: `flattest plan, ${what}`,
      value: pair.value,
      unit: 'ms',
      baseline: size.highs ? pair.baseline : null,
      budget: largest ? { of: 'ratio', is: '<=', limit: 1 / 50 } : null,
    },
    {
      bench,
      figure: `its peak above ${size.highs ? 'that of HiGHS' : 'what is proven'}, ${what}`,
      value: Math.max(...rounds.map(({ abovePercent }) => abovePercent)),
      unit: '%',
      baseline: null,
      budget: { of: 'value', is: '<=', limit: 0.1 },
    },
  ]
}

function planBoth(lp: Lp, { highs, ...size }: Size, seed: number) {
  const problem = depotSite({ ...size, seed })
  const { ms: ownMs, result: plan } = timed(() => solve(problem, { objective: 'flattest' }))
  if (plan.unmet.length > 0) throw new Error('A depot without a limit serves everybody')
  const answer = highs ? lp.answer(problem, 'peakW') : null
  const leastW = answer?.value ?? plan.provenPeakW
  progress(
    `${size.sessions} cars, ${size.feeders} feeders, round ${seed}: ${ownMs.toFixed(1)} ms` +
      (answer === null ? '' : `, HiGHS ${answer.solverMs.toFixed(0)} ms`),
  )
  return {
    ownMs,
    highsMs: answer?.solverMs ?? null,
    abovePercent: (100 * (plan.peakW - leastW)) / leastW,
  }
}
