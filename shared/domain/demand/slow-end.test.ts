import { expect, test } from 'vitest'
import { HOUR } from '../../time/instant.ts'
import { NOON } from '../booking/booking-fixture.ts'
import { needWh } from '../booking/need.ts'
import { aPlanLine } from '../planning/plan-line-fixture.ts'
import type { PlanSession } from '../planning/problem.ts'
import { slowEndWh, withSlowEnd } from './slow-end.ts'
import { slotAt } from './slots.ts'

const need = { kind: 'soc', batteryWh: 60_000, arrivalPct: 60, departurePct: 100 } as const
const whole = needWh(need)
const booking = { state: 'charging', need, departsAt: NOON + 3 * HOUR } as const

/** What is still to come of it, and so long before it leaves. */
const session = (hours: number, energyWh = whole): PlanSession => ({
  id: 'a',
  arrive: slotAt(booking.departsAt - hours * HOUR),
  depart: slotAt(booking.departsAt),
  energyWh,
  maxW: 11_000,
  minW: 0,
  phases: ['L1', 'L2', 'L3'],
  feederId: null,
  priority: 'normal',
  promised: true,
  suspendable: true,
})
const short = (hours: number): number => slowEndWh(booking, session(hours), 'AC_3_PHASE')

test('a battery that has time for its slow end will be full', () => {
  expect(whole / 11_000).toBeCloseTo(2.4, 0)
  expect(short(3.5)).toBeCloseTo(0, 0)
})

test('one that hasn’t falls short, long before full power wouldn’t do any more', () => {
  expect(short(2.6)).toBeGreaterThan(500)
  expect(short(2)).toBeGreaterThan(short(2.6))
})

test('nothing is foreseen for one that isn’t there yet, nor where only energy was asked for', () => {
  expect(slowEndWh({ ...booking, state: 'confirmed' }, session(2.6), null)).toBe(0)
  const energy = { ...booking, need: { kind: 'energy', energyWh: whole } } as const
  expect(slowEndWh(energy, session(2.6), null)).toBe(0)
})

test('the line says so, unless it says more already or it is too little to be sure of', () => {
  const line = aPlanLine()
  const told = { shortfallWh: 900, readyAt: null, because: 'window' }
  expect(withSlowEnd(line, 899.5)).toMatchObject(told)
  expect(withSlowEnd(line, 200)).toBe(line)
  const more = aPlanLine({ shortfallWh: 1_000, because: 'limit' })
  expect(withSlowEnd(more, 900)).toBe(more)
})
