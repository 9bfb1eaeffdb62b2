import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MINUTE } from '../../time/instant.ts'
import { chargingProfile } from '../charging-profile/charging-profile.ts'
import { profileNumber, profileOf, type ProfileWords } from './profile.ts'
import type { Steps } from './steps.ts'

const START = Date.UTC(2026, 5, 1, 12)

const words: ProfileWords = {
  purpose: 'TxProfile',
  connectorId: 2,
  stackLevel: 3,
  unit: 'A',
  numberPhases: 1,
  limits: [
    [START, 160],
    [START + 15 * MINUTE, 63],
    [START + 30 * MINUTE, 0],
  ],
  until: START + 60 * MINUTE,
  transactionId: 77,
}

test('a car’s plan as the charger is told it', () => {
  expect(profileOf(words)).toEqual({
    chargingProfileId: 23,
    transactionId: 77,
    stackLevel: 3,
    chargingProfilePurpose: 'TxProfile',
    chargingProfileKind: 'Absolute',
    validTo: '2026-06-01T13:00:00Z',
    chargingSchedule: {
      duration: 3_600,
      startSchedule: '2026-06-01T12:00:00Z',
      chargingRateUnit: 'A',
      chargingSchedulePeriod: [
        { startPeriod: 0, limit: 16, numberPhases: 1 },
        { startPeriod: 900, limit: 6.3, numberPhases: 1 },
        { startPeriod: 1_800, limit: 0, numberPhases: 1 },
      ],
    },
  })
})

test('a default has neither an end nor a transaction', () => {
  const { transactionId: _, ...others } = words
  const profile = profileOf({ ...others, purpose: 'TxDefaultProfile', until: null })
  expect(profile).not.toHaveProperty('transactionId')
  expect(profile).not.toHaveProperty('validTo')
  expect(profile.chargingSchedule).not.toHaveProperty('duration')
})

test.each([undefined, 0, -1])('a TxProfile for the transaction %s is refused', (transactionId) => {
  const { transactionId: _, ...others } = words
  const said = transactionId === undefined ? others : { ...others, transactionId }
  expect(() => profileOf(said)).toThrow(RangeError)
})

test('each purpose on each connector has a number of its own, always the same', () => {
  const numbers = [0, 1, 2, 40].flatMap((connectorId) =>
    (['ChargePointMaxProfile', 'TxDefaultProfile', 'TxProfile'] as const).map((purpose) =>
      profileNumber(connectorId, purpose),
    ),
  )
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('whatever the limits, it is a profile that OCPP 1.6 allows', () => {
  const someLimits = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 7_200_000 }), fc.nat(1_000)), { maxLength: 20 })
    .map((gaps): Steps => {
      let at = START + 321
      return [[at, 0], ...gaps.map(([gap, limit]) => [(at += gap), limit] as const)]
    })
  fc.assert(
    fc.property(
      someLimits,
      fc.constantFrom('A', 'W' as const),
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      (limits, unit, numberPhases, isLive) => {
        const last = limits.at(-1)?.[0] ?? START
        const { transactionId: _, ...others } = words
        const said = isLive ? { ...words } : { ...others, purpose: 'TxDefaultProfile' as const }
        const profile = profileOf({ ...said, limits, unit, numberPhases, until: last + MINUTE })
        expect(chargingProfile.safeParse(profile).error).toBeUndefined()
        for (const { limit } of profile.chargingSchedule.chargingSchedulePeriod)
          expect(String(limit)).toMatch(/^\d+(\.\d)?$/)
      },
    ),
  )
})
