import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { aBooking } from './booking-fixture.ts'
import { conflictOn, isNoShow, leftEarlyMs, overstays, stayUntil } from './punctuality.ts'

const noon = Date.parse('2026-05-04T12:00:00Z')
const booking = aBooking({ arrivesAt: noon, departsAt: noon + 2 * HOUR })
const terms = { graceMin: 30 }
const present = {
  ...booking,
  id: 'present',
  state: 'charging',
  arrivedAt: noon - HOUR,
  arrivesAt: noon - HOUR,
  departsAt: noon,
} as const

describe('a no-show', () => {
  it('is a car that hasn’t come when the grace is over', () => {
    expect(isNoShow(booking, terms, noon + 30 * MINUTE - 1, false)).toBe(false)
    expect(isNoShow(booking, terms, noon + 30 * MINUTE, false)).toBe(true)
    const brief = { ...booking, departsAt: noon + 10 * MINUTE }
    expect(isNoShow(brief, terms, noon + 10 * MINUTE, false)).toBe(true)
  })

  it('can’t be told before the end while the car may be there unseen', () => {
    expect(isNoShow(booking, terms, noon + HOUR, true)).toBe(false)
    expect(isNoShow(booking, terms, noon + 2 * HOUR, true)).toBe(true)
  })

  it('is only who is still awaited', () => {
    for (const state of ['arrived', 'charging', 'finished', 'left', 'cancelled', 'noShow'] as const)
      expect(isNoShow({ ...booking, state }, terms, noon + 9 * HOUR, false)).toBe(false)
  })
})

describe('a car that stays', () => {
  it('overstays after its departure, unless its stay was only guessed', () => {
    expect(overstays(present, noon)).toBe(false)
    expect(overstays(present, noon + 1)).toBe(true)
    expect(overstays({ ...present, origin: 'walkUp' }, noon + HOUR)).toBe(false)
    expect(overstays({ ...present, state: 'left' }, noon + HOUR)).toBe(false)
  })

  it('is in conflict once the next one’s hour has come, and no longer when that is over or off', () => {
    const both = [present, booking]
    expect(conflictOn(both, noon - 1)).toBeNull()
    expect(conflictOn(both, noon)).toEqual({ present, awaited: booking })
    expect(conflictOn(both, noon + 2 * HOUR)).toBeNull()
    expect(conflictOn([{ ...present, state: 'left' }, booking], noon)).toBeNull()
    expect(conflictOn([present, { ...booking, state: 'cancelled' }], noon)).toBeNull()
    expect(conflictOn([present], noon)).toBeNull()
  })
})

it('who leaves early gives back the rest', () => {
  const left = { ...booking, state: 'left' } as const
  expect(leftEarlyMs({ ...left, leftAt: noon + HOUR })).toBe(HOUR)
  expect(leftEarlyMs({ ...left, leftAt: noon + 3 * HOUR })).toBe(0)
  expect(leftEarlyMs(booking)).toBe(0)
})

it('who comes unasked stays as thought, or until the next but one turnaround, if that is a quarter away', () => {
  const turnaround = { turnaroundMin: 10 }
  const until = noon + 2 * HOUR
  expect(stayUntil(noon, until, null, turnaround)).toBe(until)
  expect(stayUntil(noon, until, noon + HOUR, turnaround)).toBe(noon + 50 * MINUTE)
  expect(stayUntil(noon, until, noon + 25 * MINUTE, turnaround)).toBe(noon + 15 * MINUTE)
  expect(stayUntil(noon, until, noon + 24 * MINUTE, turnaround)).toBe(until)
  fc.assert(
    fc.property(fc.nat(600), fc.nat(240), (next, turnaroundMin) => {
      const stays = stayUntil(noon, until, noon + next * MINUTE, { turnaroundMin }) - noon
      expect(stays).toBeGreaterThanOrEqual(15 * MINUTE)
      expect(stays).toBeLessThanOrEqual(2 * HOUR)
    }),
  )
})
