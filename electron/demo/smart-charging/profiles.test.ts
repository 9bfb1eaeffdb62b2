import { describe, expect, it } from 'vitest'
import type { ChargingProfile } from '../../../shared/domain/charging-profile/charging-profile.ts'
import { cleared, installed, outlived } from './profiles.ts'
import type { Installed, SmartCharging } from './profiles.ts'

const can: SmartCharging = {
  toldStackLevel: 5,
  takenStackLevel: 4,
  rateUnits: ['A'],
  maxPeriods: 2,
  maxProfiles: 3,
  obeys: true,
}
const one: ChargingProfile = {
  chargingProfileId: 1,
  stackLevel: 0,
  chargingProfilePurpose: 'TxDefaultProfile',
  chargingProfileKind: 'Absolute',
  chargingSchedule: {
    chargingRateUnit: 'A',
    chargingSchedulePeriod: [{ startPeriod: 0, limit: 10 }],
  },
}
const on = (connectorId: number, changes: Partial<ChargingProfile> = {}): Installed => ({
  connectorId,
  profile: { ...one, ...changes },
  sessionKey: null,
})
const live = (sessionKey: string | null): Installed => ({
  ...on(1, { chargingProfileId: 9, chargingProfilePurpose: 'TxProfile', transactionId: 7 }),
  sessionKey,
})
const ids = (held: readonly Installed[] | null) =>
  held?.map(({ profile }) => profile.chargingProfileId)

describe('a profile is put', () => {
  it('in the place of the one with its id, wherever that lies', () => {
    expect(installed([on(1)], on(2, { stackLevel: 3 }), can)).toEqual([on(2, { stackLevel: 3 })])
  })

  it('in the place of the one of its purpose and level on that connector', () => {
    expect(ids(installed([on(1)], on(1, { chargingProfileId: 2 }), can))).toEqual([2])
    expect(ids(installed([on(1)], on(2, { chargingProfileId: 2 }), can))).toEqual([1, 2])
    expect(ids(installed([on(1)], on(1, { chargingProfileId: 2, stackLevel: 1 }), can))).toEqual([
      1, 2,
    ])
  })
})

describe('a profile is not taken', () => {
  const [A, W] = [one.chargingSchedule, { ...one.chargingSchedule, chargingRateUnit: 'W' as const }]
  const periods = [0, 60, 120].map((startPeriod) => ({ startPeriod, limit: 6 }))
  it.each([
    ['on a level above those really taken, though it is told', on(1, { stackLevel: 5 })],
    ['in a unit the make doesn’t have', on(1, { chargingSchedule: W })],
    [
      'with too many periods',
      on(1, { chargingSchedule: { ...A, chargingSchedulePeriod: periods } }),
    ],
    [
      'of the whole station on a connector',
      on(1, { chargingProfilePurpose: 'ChargePointMaxProfile' }),
    ],
    ['of a charge that doesn’t run there', live(null)],
  ])('%s', (_why, profile) => expect(installed([], profile, can)).toBeNull())

  it('when as many are held as fit', () => {
    const held = [1, 2, 3].map((id) => on(1, { chargingProfileId: id, stackLevel: id }))
    expect(installed(held, on(1, { chargingProfileId: 4, stackLevel: 4 }), can)).toBeNull()
    expect(ids(installed(held, on(1, { chargingProfileId: 4, stackLevel: 3 }), can))).toEqual([
      1, 2, 4,
    ])
  })
})

it('profiles are taken back by id, by whatever else is told of them, or all', () => {
  const held = [on(1), on(2, { chargingProfileId: 2, stackLevel: 2 }), live('k')]
  expect(ids(cleared(held, { id: 2 }))).toEqual([1, 9])
  expect(ids(cleared(held, { connectorId: 1 }))).toEqual([2])
  expect(ids(cleared(held, { connectorId: 1, chargingProfilePurpose: 'TxProfile' }))).toEqual([
    1, 2,
  ])
  expect(ids(cleared(held, { stackLevel: 7 }))).toEqual([1, 2, 9])
  expect(cleared(held, {})).toEqual([])
})

it('a charge’s profile dies with it, the others stay', () => {
  const held = [on(1), live('k')]
  expect(outlived(held, new Set(['k']))).toEqual(held)
  expect(ids(outlived(held, new Set(['next'])))).toEqual([1])
})
