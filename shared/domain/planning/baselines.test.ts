import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allRules, deal, type Rule } from './baselines.ts'
import { sixAmp } from './six-amp/six-amp.ts'
import { solve } from './solve.ts'
import { car, siteOf } from './test-bench/by-example.ts'
import { depotSite } from './test-bench/depot-site.ts'
import { mixedSite, type MixedSize } from './test-bench/mixed-site.ts'
import { overloadOf } from './test-bench/overload.ts'

const size: MixedSize = {
  sessions: 12,
  slots: 12,
  feeders: 3,
  byPhase: false,
  tightness: [0.5, 2],
}
const sites = fc.oneof(mixedSite(size), mixedSite({ ...size, byPhase: true }))

describe('power dealt out by rules', () => {
  test('keeps every limit, and every car its minimum', () => {
    fc.assert(
      fc.property(sites, fc.constantFrom(...allRules), (problem, rule) => {
        const { sessions } = deal(problem, rule)
        const plan = { ...solve(problem, { objective: 'flattest' }), sessions }
        expect(overloadOf(problem, plan)).toBeLessThan(1e-9)
        problem.sessions.forEach(({ minW, maxW, energyWh }, place) => {
          const line = sessions[place]
          const drawn = line?.w.filter((power) => power > 0) ?? []
          expect(Math.min(minW, ...drawn)).toBeGreaterThanOrEqual(minW - 1e-3)
          expect(Math.max(0, ...drawn)).toBeLessThanOrEqual(maxW + 1e-6)
          expect(line?.deliveredWh).toBeLessThanOrEqual(energyWh)
        })
      }),
      { numRuns: 80 },
    )
  })

  test('knows nobody before they come', () => {
    fc.assert(
      fc.property(sites, fc.constantFrom(...allRules), (problem, rule) => {
        const noon = problem.slots / 2
        const early = problem.sessions.filter(({ arrive }) => arrive < noon)
        const alone = deal({ ...problem, sessions: early }, rule)
        const all = deal(problem, rule)
        for (const { id, w, firstSlot } of alone.sessions) {
          const beside = all.sessions.find((line) => line.id === id)
          expect(beside?.w.slice(0, noon - firstSlot)).toEqual(w.slice(0, noon - firstSlot))
        }
      }),
      { numRuns: 60 },
    )
  })

  test.each<[Rule, number[]]>([
    ['firstCome', [11_040, 0, 0]],
    ['earliestDeadline', [0, 11_040, 0]],
    ['leastLaxity', [0, 0, 11_040]],
    ['equalShare', [5_520, 5_520, 0]],
  ])('%s: whose turn it is', (rule, drawn) => {
    const problem = siteOf(
      [
        car({ id: 'came first', arrive: 0, depart: 9, energyWh: 6_000 }),
        car({ id: 'leaves first', arrive: 0.5, depart: 6, energyWh: 6_000 }),
        car({ id: 'has least to spare', arrive: 0.5, depart: 8, energyWh: 20_000 }),
      ],
      11_040,
    )
    expect(deal(problem, rule).sessions.map(({ w, firstSlot }) => w[1 - firstSlot])).toEqual(drawn)
  })
})

describe('what planning is worth', () => {
  test('a plan serves a depot that every rule leaves somebody short in', () => {
    const wide = depotSite({ seed: 4, sessions: 200, slots: 96 })
    const { peakW } = solve(wide, { objective: 'flattest' })
    const problem = { ...wide, limitW: wide.baseW.map(() => peakW * 1.005) }
    const plan = sixAmp(problem, solve(problem, { objective: 'flattest' }))
    expect(plan.unmet).toEqual([])
    for (const rule of allRules) expect(deal(problem, rule).met).toBeLessThan(200)
  })

  test('and without a limit its peak is much lower', () => {
    const problem = depotSite({ seed: 5, sessions: 200, slots: 96 })
    const { peakW } = sixAmp(problem, solve(problem, { objective: 'flattest' }))
    for (const rule of allRules) expect(deal(problem, rule).peakW).toBeGreaterThan(peakW * 1.3)
  })
})
