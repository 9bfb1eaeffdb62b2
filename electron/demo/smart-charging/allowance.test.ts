import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChargingProfile } from '../../../shared/domain/charging-profile/charging-profile.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/time/instant.ts'
import type { Outlet } from '../outlet.ts'
import { allowanceAt, allowedW } from './allowance.ts'
import type { Installed } from './profiles.ts'

const AC: Outlet = { kind: 'ac', phases: 3, maxCurrentA: 32 }
const DC: Outlet = { kind: 'dc', maxPowerW: 50_000, voltageV: 400 }
const now = Date.UTC(2026, 4, 4, 8)
const iso = (at: number) => new Date(at).toISOString()
const charge = { sessionKey: 'k', startedAt: now - HOUR }

type Schedule = ChargingProfile['chargingSchedule']
/** A profile of so many amperes on a connector, from an hour ago on without end. */
function amperes(
  purpose: ChargingProfile['chargingProfilePurpose'],
  limit: number,
  {
    on = 1,
    schedule = {},
    ...more
  }: Partial<ChargingProfile> & {
    on?: number
    schedule?: Partial<Schedule>
  } = {},
): Installed {
  const profile: ChargingProfile = {
    chargingProfileId: 1,
    stackLevel: 0,
    chargingProfilePurpose: purpose,
    chargingProfileKind: 'Absolute',
    chargingSchedule: {
      startSchedule: iso(now - HOUR),
      chargingRateUnit: 'A',
      chargingSchedulePeriod: [{ startPeriod: 0, limit }],
      ...schedule,
    },
    ...more,
  }
  return { connectorId: on, profile, sessionKey: purpose === 'TxProfile' ? 'k' : null }
}

function currentA(held: Installed[], at = now, sharing = 1): number | undefined {
  return allowanceAt(held, { connectorId: 1, outlet: AC, charge }, at, sharing)?.currentA
}

describe('what a connector may draw', () => {
  it('is whatever it gives as long as no profile says anything', () => {
    expect(currentA([])).toBeUndefined()
    expect(currentA([amperes('TxProfile', 10, { on: 2 })])).toBeUndefined()
  })

  it('is its charge’s own profile, or else the connector’s default, or else the station’s', () => {
    const station = amperes('TxDefaultProfile', 8, { on: 0, stackLevel: 5 })
    const connector = amperes('TxDefaultProfile', 10)
    const live = amperes('TxProfile', 20)
    expect(currentA([station])).toBe(8)
    expect(currentA([station, connector])).toBe(10)
    expect(currentA([station, connector, live])).toBe(20)
  })

  it('is not another charge’s profile', () => {
    const other = { ...amperes('TxProfile', 20), sessionKey: 'former' }
    expect(currentA([amperes('TxDefaultProfile', 10), other])).toBe(10)
  })

  it('is the highest level’s that says something now', () => {
    const low = amperes('TxProfile', 10)
    const high = amperes('TxProfile', 16, { stackLevel: 3, schedule: { duration: 3_660 } })
    expect(currentA([low, high])).toBe(16)
    expect(currentA([low, high], now + MINUTE)).toBe(10)
  })

  it('never exceeds its share of what the whole station may draw', () => {
    const whole = amperes('ChargePointMaxProfile', 20, { on: 0 })
    expect(currentA([whole])).toBe(20)
    expect(currentA([whole], now, 2)).toBe(10)
    expect(currentA([whole, amperes('TxProfile', 16)], now, 1)).toBe(16)
    expect(currentA([whole, amperes('TxProfile', 16)], now, 2)).toBe(10)
  })

  it('follows the periods, and ends with the schedule', () => {
    const stepped = amperes('TxProfile', 0, {
      schedule: {
        duration: 7_200,
        chargingSchedulePeriod: [
          { startPeriod: 0, limit: 6 },
          { startPeriod: 3_600, limit: 12 },
          { startPeriod: 5_400, limit: 0 },
        ],
      },
    })
    expect(currentA([stepped], now - 1)).toBe(6)
    expect(currentA([stepped], now)).toBe(12)
    expect(currentA([stepped], now + 30 * MINUTE)).toBe(0)
    expect(currentA([stepped], now + HOUR)).toBeUndefined()
    expect(currentA([stepped], now - HOUR - 1)).toBeUndefined()
  })

  it('keeps to validFrom and validTo', () => {
    const valid = { validFrom: iso(now), validTo: iso(now + HOUR) }
    const profile = amperes('TxDefaultProfile', 10, valid)
    expect(currentA([profile], now - 1)).toBeUndefined()
    expect(currentA([profile], now)).toBe(10)
    expect(currentA([profile], now + HOUR)).toBeUndefined()
  })

  it('comes back every day, or every week', () => {
    const daily = amperes('TxDefaultProfile', 10, {
      chargingProfileKind: 'Recurring',
      recurrencyKind: 'Daily',
      schedule: { startSchedule: iso(now - 10 * DAY), duration: 3_600 },
    })
    expect(currentA([daily], now + 59 * MINUTE)).toBe(10)
    expect(currentA([daily], now + 61 * MINUTE)).toBeUndefined()
    expect(currentA([daily], now + DAY)).toBe(10)
    const weekly = { ...daily, profile: { ...daily.profile, recurrencyKind: 'Weekly' as const } }
    expect(currentA([weekly], now)).toBeUndefined()
    expect(currentA([weekly], now + 4 * DAY)).toBe(10)
  })

  it('counts from the start of the charge where it is relative', () => {
    const relative = amperes('TxDefaultProfile', 10, {
      chargingProfileKind: 'Relative',
      schedule: { startSchedule: undefined, duration: 3_700 },
    })
    expect(currentA([relative], now)).toBe(10)
    expect(currentA([relative], now + 2 * MINUTE)).toBeUndefined()
    const nobody = { connectorId: 1, outlet: AC, charge: null }
    expect(allowanceAt([relative], nobody, now, 1)).toBeNull()
  })

  it('is watts over the phases that the period names, three unless told', () => {
    const watts = (numberPhases?: number) =>
      amperes('TxProfile', 0, {
        schedule: {
          chargingRateUnit: 'W',
          chargingSchedulePeriod: [
            {
              startPeriod: 0,
              limit: 6_900,
              ...(numberPhases === undefined ? {} : { numberPhases }),
            },
          ],
        },
      })
    const on = (outlet: Outlet, held: Installed) =>
      allowanceAt([held], { connectorId: 1, outlet, charge }, now, 1)
    expect(on(AC, watts())).toEqual({ currentA: 10, phases: 3 })
    expect(on(AC, watts(1))).toEqual({ currentA: 30, phases: 1 })
    expect(on({ ...AC, phases: 1 }, watts())).toEqual({ currentA: 30, phases: 1 })
    const direct = on(DC, watts())
    expect(direct && allowedW(direct, DC, 0)).toBeCloseTo(6_900, 6)
  })
})

describe('an allowance', () => {
  it('lets nothing flow below 6 A, also where 6 A came of watts', () => {
    expect(allowedW({ currentA: 5.9, phases: 3 }, AC, 3)).toBe(0)
    expect(allowedW({ currentA: 6, phases: 3 }, AC, 3)).toBe(4_140)
    expect(allowedW({ currentA: 4_140 / (230 * 3), phases: 3 }, AC, 3)).toBeGreaterThan(4_139)
  })

  it('lets a car draw only on phases that both it and the allowance have', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 6, max: 32 }),
        fc.constantFrom(1, 2, 3),
        fc.constantFrom(1, 2, 3),
        (amps, phases, used) => {
          const watts = allowedW({ currentA: amps, phases }, AC, used)
          expect(watts).toBeCloseTo(amps * Math.min(phases, used) * 230, 6)
        },
      ),
    )
  })
})
