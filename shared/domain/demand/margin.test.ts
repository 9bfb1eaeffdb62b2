import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import type { EnergyNeed } from '../booking/need.ts'
import type { PlanSession } from '../planning/problem.ts'
import { GOOD_MARGIN_MS, LEAST_MARGIN_MS, withMargin } from './margin.ts'
import { SLOT_MS, slotAt } from './slots.ts'

const NOW = 1_000 * HOUR
const POWER_W = 11_000

/** A car that stands there for so long and needs an hour at full power, of which so much is still to come. */
function stay(hours: number, { passed = 0, leftWh = POWER_W, promised = true } = {}) {
  const need: EnergyNeed = { kind: 'energy', energyWh: POWER_W }
  const booking = {
    state: 'charging',
    need,
    arrivesAt: NOW,
    departsAt: NOW + hours * HOUR,
  } as const
  const session: PlanSession = {
    id: 'a',
    arrive: slotAt(NOW + passed),
    depart: slotAt(booking.departsAt),
    energyWh: leftWh,
    maxW: POWER_W,
    minW: 0,
    phases: ['L1', 'L2', 'L3'],
    feederId: null,
    priority: 'normal',
    promised,
    suspendable: true,
  }
  return { session, booking }
}
const marginMs = ({ session, booking }: ReturnType<typeof stay>): number =>
  booking.departsAt - withMargin(session, booking, GOOD_MARGIN_MS).depart * SLOT_MS

test('a promised car is planned to be done a quarter of an hour before it leaves', () => {
  expect(marginMs(stay(4))).toBe(15 * MINUTE)
})

test('where there is no room for that, it still isn’t done in the last moment', () => {
  const { session, booking } = stay(4)
  const { depart } = withMargin(session, booking, LEAST_MARGIN_MS)
  expect(booking.departsAt - depart * SLOT_MS).toBe(2 * MINUTE)
})

test('one whose stay is hardly longer than its energy takes has less of a margin, or none', () => {
  expect(marginMs(stay(1.5))).toBe(7.5 * MINUTE)
  expect(marginMs(stay(1))).toBe(0)
  expect(marginMs(stay(0.5))).toBe(0)
})

test('the margin stays the same while time passes, until the car gets behind', () => {
  expect(marginMs(stay(4, { passed: 2 * HOUR, leftWh: POWER_W }))).toBe(15 * MINUTE)
  expect(marginMs(stay(4, { passed: 2.75 * HOUR, leftWh: POWER_W }))).toBe(7.5 * MINUTE)
})

test('one that isn’t there yet is planned for all its time: it may still come late', () => {
  const { session, booking } = stay(4)
  expect(withMargin(session, { ...booking, state: 'confirmed' }, GOOD_MARGIN_MS)).toBe(session)
})

test('one that takes what it gets is left all its time', () => {
  expect(marginMs(stay(4, { promised: false }))).toBe(0)
  const { session, booking } = stay(4)
  expect(withMargin(session, { ...booking, need: null }, GOOD_MARGIN_MS)).toBe(session)
})

test('no car is left less time than its energy takes', () => {
  const numbers = fc.record({
    hours: fc.double({ min: 0.1, max: 12, noNaN: true }),
    passedShare: fc.double({ min: 0, max: 1, noNaN: true }),
    leftWh: fc.nat(POWER_W),
  })
  fc.assert(
    fc.property(numbers, ({ hours, passedShare, leftWh }) => {
      const { session, booking } = stay(hours, { passed: passedShare * hours * HOUR, leftWh })
      const { arrive, depart } = withMargin(session, booking, GOOD_MARGIN_MS)
      expect(depart).toBeLessThanOrEqual(session.depart)
      const takes = (leftWh / POWER_W) * (HOUR / SLOT_MS)
      if (session.depart - arrive > takes) expect(depart - arrive).toBeGreaterThan(takes - 1e-6)
      else expect(depart).toBe(session.depart)
    }),
  )
})
