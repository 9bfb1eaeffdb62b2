import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { NOON, testId } from '../booking/booking-fixture.ts'
import { explain, wouldBeReadyAt } from './explain.ts'
import { aPlanLine } from './plan-line-fixture.ts'
import { runsOf } from './powers.ts'
import type { StoredPlan } from './stored-plan.ts'

const FEEDER = testId(800)

/** Eight hours of quarters, the site full in the third and fourth hour. */
const plan: StoredPlan = {
  id: 'plan',
  plannedAt: NOON,
  startsAt: NOON,
  slotMs: 15 * MINUTE,
  baseW: Array.from({ length: 32 }, () => 0),
  limitW: Array.from({ length: 32 }, () => 100_000),
  plannedW: Array.from({ length: 32 }, (_, slot) => (slot >= 8 && slot < 16 ? 99_000 : 40_000)),
  peakW: 99_000,
  provenPeakW: 99_000,
  cost: null,
  critical: [],
  unmet: 0,
}
const paused = aPlanLine({
  powers: [
    [NOON, 11_000],
    [NOON + 2 * HOUR, 0],
    [NOON + 4 * HOUR, 7_000],
    [NOON + 5 * HOUR, 0],
  ],
  readyAt: NOON + 5 * HOUR,
})

test('it charges, pauses while the site is full, goes on, and is ready before it leaves', () => {
  expect(explain(paused, plan, NOON + MINUTE)).toEqual([
    { kind: 'charges', from: null, lowW: 11_000, highW: 11_000 },
    {
      kind: 'pauses',
      from: NOON + 2 * HOUR,
      until: NOON + 4 * HOUR,
      because: 'siteFull',
      feederIds: [],
    },
    { kind: 'charges', from: NOON + 4 * HOUR, lowW: 7_000, highW: 7_000 },
    { kind: 'ready', at: NOON + 5 * HOUR, beforeDepartureMs: 3 * HOUR },
  ])
})

test('a pause has the nearest reason there is', () => {
  const because = (words: Partial<StoredPlan>, critical = paused.critical) =>
    explain({ ...paused, critical }, { ...plan, ...words }, NOON).find(
      (part) => part.kind === 'pauses',
    )?.because
  const stretch = { from: NOON + 3 * HOUR, until: NOON + 4 * HOUR, feederIds: [FEEDER] }
  expect(because({}, [stretch])).toBe('feederFull')
  expect(because({ limitW: null })).toBe('even')
  expect(because({ limitW: null, cost: 1_200 })).toBe('cheaper')
  expect(because({ limitW: null }, [{ ...stretch, feederIds: [] }])).toBe('siteFull')
})

test('a car that is not there yet does not wait: its charging begins', () => {
  const awaited = aPlanLine({
    transactionId: null,
    powers: [
      [NOON, 0],
      [NOON + HOUR, 11_000],
      [NOON + 3 * HOUR, 0],
    ],
    readyAt: NOON + 3 * HOUR,
  })
  expect(explain(awaited, plan, NOON)[0]).toEqual({
    kind: 'charges',
    from: NOON + HOUR,
    lowW: 11_000,
    highW: 11_000,
  })
  const [first] = explain({ ...awaited, transactionId: testId(700) }, plan, NOON)
  expect(first).toMatchObject({ kind: 'pauses', from: null, until: NOON + HOUR })
})

test('many turns are told as such', () => {
  const powers = Array.from({ length: 8 }, (_, hour): [number, number] => [
    NOON + hour * HOUR,
    hour % 2 === 0 ? 6_000 : 0,
  ])
  const kinds = explain(aPlanLine({ powers, readyAt: NOON + 7 * HOUR }), plan, NOON).map(
    ({ kind }) => kind,
  )
  expect(kinds).toEqual(['charges', 'pauses', 'charges', 'byTurns', 'ready'])
})

test('what it won’t get is told in the place of when it is ready', () => {
  const critical = [{ from: NOON, until: NOON + HOUR, feederIds: [FEEDER] }]
  const line = aPlanLine({ shortfallWh: 5_500, because: 'limit', readyAt: null, critical })
  expect(explain(line, plan, NOON).at(-1)).toEqual({
    kind: 'short',
    shortfallWh: 5_500,
    because: 'limit',
    feederIds: [FEEDER],
  })
  expect(wouldBeReadyAt(line)).toBe(line.departsAt + HOUR / 2)
})

test('a car without a need charges until it leaves; one that gets nothing gets nothing', () => {
  const open = aPlanLine({ needWh: null, readyAt: null, powers: [[NOON, 3_000]] })
  expect(explain(open, null, NOON).at(-1)).toEqual({ kind: 'untilDeparture', at: open.departsAt })
  expect(explain({ ...open, powers: [] }, null, NOON)).toEqual([{ kind: 'nothing' }])
})

test('the stretches of a plan follow one another, charging and waiting by turns', () => {
  const steps = fc.array(fc.tuple(fc.nat({ max: 47 }), fc.constantFrom(0, 4_000, 11_000)))
  fc.assert(
    fc.property(steps, fc.nat({ max: 600 }), (drawn, minutes) => {
      const powers = [...new Map(drawn)]
        .toSorted(([a], [b]) => a - b)
        .map(([quarter, w]): [number, number] => [NOON + quarter * 15 * MINUTE, w])
      const now = NOON + minutes * MINUTE
      const runs = runsOf(powers, NOON + 12 * HOUR, now)
      for (const [index, run] of runs.entries()) {
        expect(run.from).toBeGreaterThanOrEqual(now)
        expect(run.until).toBeGreaterThan(run.from)
        const next = runs[index + 1]
        if (next === undefined) expect(run.until).toBe(NOON + 12 * HOUR)
        else expect([next.from, next.highW > 0]).toEqual([run.until, run.highW === 0])
      }
    }),
  )
})
