import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chargingSchedule } from '../../../shared/domain/charging-profile/charging-profile.ts'
import type { ChargingProfile } from '../../../shared/domain/charging-profile/charging-profile.ts'
import { DAY, HOUR, SECOND } from '../../../shared/time/instant.ts'
import type { Outlet } from '../outlet.ts'
import { allowanceAt } from './allowance.ts'
import { compositeSchedule, outletAllowance } from './composite.ts'
import type { Installed } from './profiles.ts'

const AC: Outlet = { kind: 'ac', phases: 3, maxCurrentA: 32 }
const now = Date.UTC(2026, 4, 4, 8)
const asked = { connectorId: 1, outlet: AC, charge: { sessionKey: 'k', startedAt: now - HOUR } }

function profile(
  purpose: ChargingProfile['chargingProfilePurpose'],
  startsAt: number,
  steps: readonly (readonly [number, number])[],
  more: Partial<ChargingProfile> = {},
): Installed {
  return {
    connectorId: purpose === 'ChargePointMaxProfile' ? 0 : 1,
    sessionKey: purpose === 'TxProfile' ? 'k' : null,
    profile: {
      chargingProfileId: 1,
      stackLevel: 0,
      chargingProfilePurpose: purpose,
      chargingProfileKind: 'Absolute',
      chargingSchedule: {
        startSchedule: new Date(startsAt).toISOString(),
        chargingRateUnit: 'A',
        chargingSchedulePeriod: steps.map(([startPeriod, limit]) => ({ startPeriod, limit })),
      },
      ...more,
    },
  }
}

describe('a composite schedule', () => {
  it('is what the outlet gives where nothing limits it', () => {
    expect(compositeSchedule([], asked, now, 600, 'A').chargingSchedulePeriod).toEqual([
      { startPeriod: 0, limit: 32, numberPhases: 3 },
    ])
    expect(compositeSchedule([], asked, now, 600, 'W').chargingSchedulePeriod[0]?.limit).toBe(
      22_080,
    )
  })

  it('changes where the profile changes that holds then, and not beyond the time asked for', () => {
    const held = [
      profile('ChargePointMaxProfile', now - HOUR, [[0, 16]]),
      profile('TxProfile', now - 600 * SECOND, [
        [0, 10],
        [900, 20],
        [3_000, 8],
      ]),
    ]
    const { duration, chargingSchedulePeriod } = compositeSchedule(held, asked, now, 1_800, 'A')
    expect(duration).toBe(1_800)
    expect(chargingSchedulePeriod).toEqual([
      { startPeriod: 0, limit: 10, numberPhases: 3 },
      { startPeriod: 300, limit: 16, numberPhases: 3 },
    ])
  })

  it('says at every second what will hold then, whatever is stacked', () => {
    const step = fc.tuple(fc.integer({ min: 1, max: 40_000 }), fc.integer({ min: 0, max: 32 }))
    const anyProfile = fc
      .record({
        purpose: fc.constantFrom(
          'ChargePointMaxProfile' as const,
          'TxDefaultProfile' as const,
          'TxProfile' as const,
        ),
        startsAt: fc.integer({ min: -200_000, max: 50_000 }),
        first: fc.integer({ min: 0, max: 32 }),
        steps: fc.uniqueArray(step, { selector: ([at]) => at, maxLength: 4 }),
        stackLevel: fc.nat(3),
        daily: fc.boolean(),
        duration: fc.option(fc.integer({ min: 1, max: 80_000 }), { nil: undefined }),
      })
      .map(({ purpose, startsAt, first, steps, stackLevel, daily, duration }) => {
        const ordered = steps.toSorted(([a], [b]) => a - b)
        const made = profile(purpose, now + startsAt * SECOND, [[0, first], ...ordered], {
          stackLevel,
          ...(daily ? { chargingProfileKind: 'Recurring', recurrencyKind: 'Daily' } : {}),
        })
        if (duration !== undefined) made.profile.chargingSchedule.duration = duration
        return made
      })
    fc.assert(
      fc.property(fc.array(anyProfile, { maxLength: 4 }), fc.nat(DAY / SECOND), (held, second) => {
        const told = compositeSchedule(held, asked, now, DAY / SECOND + 1, 'A')
        expect(chargingSchedule.safeParse(told).success).toBe(true)
        const period = told.chargingSchedulePeriod.findLast(
          ({ startPeriod }) => startPeriod <= second,
        )
        const truth = allowanceAt(held, asked, now + second * SECOND, 1) ?? outletAllowance(AC)
        expect(period?.limit).toBe(truth.currentA)
      }),
    )
  })
})
