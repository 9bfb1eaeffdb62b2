import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../time/instant.ts'
import { type Calendar, calendarOf } from './calendar.ts'
import {
  curveOf,
  gather,
  type Gathered,
  gathered,
  gatherOne,
  phaseCurveOf,
  restOf,
} from './curve.ts'
import { NOON } from './load-fixture.ts'
import { durationOf, knownPctOf, peaksOf } from './peaks.ts'
import { blankSteps, ESTIMATED, MISSING, type Steps, WHOLE } from './steps.ts'

const zone = 'Europe/Stockholm'
const QUARTER = 15 * MINUTE

/** Quarters from noon on with these energies, Wh, all known. */
function quarters(...energies: number[]): Steps {
  const steps = blankSteps(NOON, QUARTER, energies.length)
  steps.energyWh.set(energies)
  steps.known.fill(WHOLE)
  return steps
}

describe('a curve', () => {
  const calendar = calendarOf('hour', { from: NOON, until: NOON + 2 * HOUR }, zone)

  test('has the energy of all steps in each of its own, and null where nothing is known', () => {
    const line = gathered(calendar)
    gather(line, calendar, quarters(1, 2, 3, 4))
    const curve = curveOf(calendar, [{ key: 'site', line }])
    expect(curve.lines[0]).toMatchObject({ key: 'site', energyWh: [10, null], knownPct: [100, 0] })
    expect(curve.endsAt).toBe(NOON + 2 * HOUR)
  })

  test('takes steps in any order, and none from outside', () => {
    const line = gathered(calendar)
    const later = { ...quarters(9), startsAt: NOON + HOUR }
    for (const steps of [later, quarters(1), { ...quarters(5), startsAt: NOON - QUARTER }])
      gather(line, calendar, steps)
    gatherOne(line, calendar, NOON + 2 * HOUR, HOUR, {
      energyWh: 7,
      maxW: 0,
      meanDa: [0, 0, 0],
      known: WHOLE,
      flags: 0,
    })
    expect(curveOf(calendar, [{ key: 'site', line }]).lines[0]?.energyWh).toEqual([1, 9])
  })

  test('joins marks of steps that follow each other', () => {
    const line = gathered(calendar)
    const steps = quarters(1, 1, 1, 1, 1)
    steps.flags.set([MISSING, 0, 0, 0, MISSING | ESTIMATED])
    gather(line, calendar, steps)
    expect(curveOf(calendar, [{ key: 'site', line }]).marks).toEqual([
      { from: NOON, until: NOON + 2 * HOUR, mark: 'missing' },
      { from: NOON + HOUR, until: NOON + 2 * HOUR, mark: 'estimated' },
    ])
  })

  test('by phase has the mean current over the whole step', () => {
    const line = gathered(calendar, true)
    const steps = quarters(1, 1)
    steps.meanDa[1].fill(200)
    gather(line, calendar, steps)
    const { lines } = phaseCurveOf(calendar, line)
    expect(lines.map(({ key, meanDa }) => [key, meanDa])).toEqual([
      ['L1', [null, null]],
      ['L2', [100, null]],
      ['L3', [null, null]],
    ])
  })
})

function lineOf(calendar: Calendar, ...all: Steps[]): Gathered {
  const line = gathered(calendar)
  for (const steps of all) gather(line, calendar, steps)
  return line
}

test('what is left of a line is never less than nothing', () => {
  const calendar = calendarOf('quarter', { from: NOON, until: NOON + HOUR }, zone)
  const rest = restOf(lineOf(calendar, quarters(9, 9)), [lineOf(calendar, quarters(4, 10))])
  expect([...rest.energyWh]).toEqual([5, 0, 0, 0])
})

test('peaks are the highest steps, one a day', () => {
  const calendar = calendarOf('quarter', { from: NOON, until: NOON + 2 * DAY }, zone)
  const tomorrow = { ...quarters(20), startsAt: NOON + DAY }
  const line = lineOf(calendar, quarters(10, 40, 30), tomorrow)
  expect(peaksOf(calendar, line, zone, 5).map(({ at, meanW }) => [at, meanW])).toEqual([
    [NOON + QUARTER, 160],
    [NOON + DAY, 80],
  ])
  expect(peaksOf(calendar, line, zone, 1).length).toBe(1)
})

test('a duration curve falls from the greatest to the least of what is known', () => {
  const calendar = calendarOf('quarter', { from: NOON, until: NOON + HOUR }, zone)
  const steps = quarters(1, 4, 2, 3)
  steps.known[0] = 0
  const line = lineOf(calendar, steps)
  expect(durationOf(calendar, line, 10).map(({ meanW }) => meanW)).toEqual([16, 12, 8])
  expect(durationOf(calendar, line, 2)).toEqual([
    { sharePct: 100 / 3, meanW: 16 },
    { sharePct: 100, meanW: 8 },
  ])
  expect(durationOf(calendar, gathered(calendar), 10)).toEqual([])
  expect(knownPctOf(calendar, line, NOON + DAY)).toBe(75)
  expect(knownPctOf(calendar, line, NOON + 45 * MINUTE)).toBe(100)
})
