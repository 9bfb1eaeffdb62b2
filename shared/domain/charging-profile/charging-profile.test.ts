import { describe, expect, test } from 'vitest'
import { commandRequest } from '../command/command.ts'
import { chargingProfile } from './charging-profile.ts'

const schedule = {
  chargingRateUnit: 'A',
  chargingSchedulePeriod: [
    { startPeriod: 0, limit: 16.1 },
    { startPeriod: 900, limit: 6, numberPhases: 1 },
  ],
}
const live = {
  chargingProfileId: 1,
  transactionId: 7,
  stackLevel: 0,
  chargingProfilePurpose: 'TxProfile',
  chargingProfileKind: 'Absolute',
  chargingSchedule: { ...schedule, startSchedule: '2026-05-04T08:00:00Z' },
}
const { transactionId: _, ...ofNoTransaction } = live
const standing = { ...ofNoTransaction, chargingProfilePurpose: 'TxDefaultProfile' }
const fits = (profile: object): boolean => chargingProfile.safeParse(profile).success
const periods = (...list: object[]) => ({
  ...live,
  chargingSchedule: { ...schedule, chargingSchedulePeriod: list },
})

test('a profile with steps of 0.1 A fits', () => {
  expect(fits(live)).toBe(true)
  for (let tenths = 0; tenths <= 320; tenths += 1) {
    expect(fits(periods({ startPeriod: 0, limit: tenths / 10 }))).toBe(true)
  }
})

describe('a profile doesn’t fit', () => {
  test.each([
    ['with a limit in finer steps', periods({ startPeriod: 0, limit: 16.15 })],
    ['with a limit below nothing', periods({ startPeriod: 0, limit: -1 })],
    ['without a period', periods()],
    ['with a first period that starts late', periods({ startPeriod: 60, limit: 6 })],
    [
      'with periods in no order',
      periods(
        { startPeriod: 0, limit: 6 },
        { startPeriod: 60, limit: 6 },
        { startPeriod: 60, limit: 8 },
      ),
    ],
    ['with four phases', periods({ startPeriod: 0, limit: 6, numberPhases: 4 })],
    ['with a time of no zone', { ...live, validFrom: '2026-05-04T08:00:00' }],
    [
      'that ends before it begins',
      { ...live, validFrom: '2026-05-04T08:00:00Z', validTo: '2026-05-04T09:00:00+02:00' },
    ],
    ['of a charge that it doesn’t name', { ...live, transactionId: undefined }],
    ['of transaction 0', { ...live, transactionId: 0 }],
    ['for every charge that names one', { ...standing, transactionId: 7 }],
    ['that recurs without saying when', { ...live, chargingProfileKind: 'Recurring' }],
    ['that recurs and doesn’t', { ...live, recurrencyKind: 'Daily' }],
    ['that is relative to a time of day', { ...live, chargingProfileKind: 'Relative' }],
    [
      'of the whole charger that is relative to a charge',
      {
        ...standing,
        chargingProfilePurpose: 'ChargePointMaxProfile',
        chargingProfileKind: 'Relative',
        chargingSchedule: schedule,
      },
    ],
  ])('%s', (_name, profile) => expect(fits(profile)).toBe(false))
})

test('each purpose has its place: the charger, its connectors, or either', () => {
  const setOn = (connectorId: number, csChargingProfiles: object) =>
    commandRequest.safeParse({
      action: 'SetChargingProfile',
      payload: { connectorId, csChargingProfiles },
    }).success
  const whole = { ...standing, chargingProfilePurpose: 'ChargePointMaxProfile' }
  expect([setOn(0, whole), setOn(1, whole)]).toEqual([true, false])
  expect([setOn(0, standing), setOn(1, standing)]).toEqual([true, true])
  expect([setOn(0, live), setOn(1, live)]).toEqual([false, true])
})
