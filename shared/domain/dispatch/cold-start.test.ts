import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MINUTE, SECOND } from '../../time/instant.ts'
import { atWorst, confirms, type Known } from './cold-start.ts'

const NOW = 1_000 * MINUTE
const known = (more: Partial<Known>): Known => ({
  heldW: [[NOW - MINUTE, 11_000]],
  askedW: null,
  isConfirmed: true,
  mostW: 22_000,
  measured: null,
  askedAt: null,
  toleranceW: 690,
  ...more,
})

describe('the most that a car may draw', () => {
  test('is what its charger has taken', () => {
    expect(atWorst(known({}), NOW)).toBe(11_000)
  })

  test('is all it can where nothing was ever told', () => {
    expect(atWorst(known({ heldW: null }), NOW)).toBe(22_000)
  })

  test('is the old limit until the lower one is answered, or measured', () => {
    const asked = known({ askedW: [[NOW, 6_000]], askedAt: NOW - 30 * SECOND })
    expect(atWorst(asked, NOW)).toBe(11_000)
    const early = { at: NOW - 25 * SECOND, w: 6_000 }
    expect(atWorst({ ...asked, measured: early }, NOW)).toBe(11_000)
    expect(atWorst({ ...asked, measured: { at: NOW, w: 6_100 } }, NOW)).toBe(6_000)
    expect(atWorst({ ...asked, measured: { at: NOW, w: 10_900 } }, NOW)).toBe(11_000)
  })

  test('is the new limit at once when it is the higher one', () => {
    expect(atWorst(known({ askedW: [[NOW, 15_000]], askedAt: NOW }), NOW)).toBe(15_000)
  })

  test('is after a restart the greater of what was told and what is measured', () => {
    const restarted = known({ isConfirmed: false })
    expect(atWorst({ ...restarted, measured: { at: NOW, w: 14_000 } }, NOW)).toBe(14_000)
    expect(atWorst({ ...restarted, measured: { at: NOW, w: 2_000 } }, NOW)).toBe(11_000)
  })

  test('is never less than what was told last, except where the meter shows it, and never more than it can', () => {
    const some = fc.record({
      heldW: fc.option(fc.nat(30_000).map((w) => [[0, w]] as const)),
      askedW: fc.option(fc.nat(30_000).map((w) => [[0, w]] as const)),
      isConfirmed: fc.boolean(),
      mostW: fc.constant(22_000),
      measured: fc.option(fc.record({ at: fc.constant(NOW), w: fc.nat(30_000) })),
      askedAt: fc.constant(NOW - MINUTE),
      toleranceW: fc.constant(690),
    })
    fc.assert(
      fc.property(some, (one) => {
        const worst = atWorst(one, NOW)
        expect(worst).toBeLessThanOrEqual(22_000)
        const asked = one.askedW?.[0]?.[1]
        if (asked !== undefined) expect(worst).toBeGreaterThanOrEqual(Math.min(22_000, asked))
      }),
    )
  })
})

describe('a composite schedule confirms what was told', () => {
  const told = [
    [NOW, 11_000],
    [NOW + 15 * MINUTE, 6_000],
  ] as const
  const until = NOW + 60 * MINUTE

  test('when it allows no more at any time', () => {
    expect(confirms(told, { powers: told, until }, 1)).toBe(true)
    expect(confirms(told, { powers: [[NOW, 6_000]], until }, 1)).toBe(true)
  })

  test('not when it allows more, now or later', () => {
    expect(confirms(told, { powers: [[NOW, 11_000]], until }, 1)).toBe(false)
    expect(confirms(told, { powers: [], until }, 1)).toBe(false)
  })

  test('by a clock that is some seconds off', () => {
    const late = told.map(([at, w]) => [at + 8 * SECOND, w] as const)
    expect(confirms(told, { powers: late, until }, 1)).toBe(true)
  })
})
