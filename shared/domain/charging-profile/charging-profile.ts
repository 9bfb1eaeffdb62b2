import { z } from 'zod'

/** What a limit is in: amperes on each phase, or watts over all of them (OCPP 1.6 §7.7). */
export const chargingRateUnit = z.enum(['A', 'W'])
export type ChargingRateUnit = z.infer<typeof chargingRateUnit>

/** What a profile is for (OCPP 1.6 §7.8): the whole charger, every charge from now on, or one that runs. */
export const chargingProfilePurpose = z.enum([
  'ChargePointMaxProfile',
  'TxDefaultProfile',
  'TxProfile',
])
export type ChargingProfilePurpose = z.infer<typeof chargingProfilePurpose>

const dateTime = z.iso.datetime({ offset: true })
/** Chargers refuse finer steps (OCPP 1.6 §6.11, §6.12). */
const limit = z.number().min(0).max(100_000_000).multipleOf(0.1)

/** From `startPeriod` seconds after the schedule's start on, until the next (OCPP 1.6 §7.14). */
export const chargingSchedulePeriod = z.strictObject({
  startPeriod: z.int().min(0).max(10_000_000),
  limit: limit.describe('A on each phase, or W over all'),
  numberPhases: z.int().min(1).max(3).optional().describe('3 where it is left out'),
})
export type ChargingSchedulePeriod = z.infer<typeof chargingSchedulePeriod>

/** Limits over time (OCPP 1.6 §7.13). Without `startSchedule` it counts from the start of the charge. */
export const chargingSchedule = z.strictObject({
  duration: z
    .int()
    .min(1)
    .max(10_000_000)
    .optional()
    .describe('Seconds; without end where left out'),
  startSchedule: dateTime.optional(),
  chargingRateUnit,
  chargingSchedulePeriod: z
    .array(chargingSchedulePeriod)
    .min(1)
    .max(500)
    .refine(([first]) => first?.startPeriod === 0, 'The first period starts at 0.')
    .refine(
      (periods) =>
        periods.every(({ startPeriod }, at) => startPeriod > (periods[at - 1]?.startPeriod ?? -1)),
      'Each period starts after the one before.',
    ),
  minChargingRate: limit.optional(),
})
export type ChargingSchedule = z.infer<typeof chargingSchedule>

/** A charging profile (OCPP 1.6 §7.8) with what §3.13 says of its purpose and kind. */
export const chargingProfile = z
  .strictObject({
    chargingProfileId: z.int().describe('One that the charger knows is replaced'),
    transactionId: z.int().min(1).optional(),
    stackLevel: z.int().min(0).max(1_000).describe('The highest that holds now wins'),
    chargingProfilePurpose,
    chargingProfileKind: z.enum(['Absolute', 'Recurring', 'Relative']),
    recurrencyKind: z.enum(['Daily', 'Weekly']).optional(),
    validFrom: dateTime.optional(),
    validTo: dateTime.optional(),
    chargingSchedule,
  })
  .refine(
    ({ chargingProfilePurpose: purpose, transactionId }) =>
      (purpose === 'TxProfile') === (transactionId !== undefined),
    'A TxProfile names its transaction; the others name none.',
  )
  .refine(
    ({ chargingProfileKind: kind, recurrencyKind }) =>
      (kind === 'Recurring') === (recurrencyKind !== undefined),
    'A Recurring profile says whether it is Daily or Weekly; the others don’t.',
  )
  .refine(
    ({ chargingProfileKind: kind, chargingSchedule: { startSchedule } }) =>
      kind === 'Absolute' || (kind === 'Recurring') === (startSchedule !== undefined),
    'A Recurring profile has a startSchedule; a Relative one counts from the start of the charge.',
  )
  .refine(
    ({ chargingProfilePurpose: purpose, chargingProfileKind: kind }) =>
      purpose !== 'ChargePointMaxProfile' || kind !== 'Relative',
    'A ChargePointMaxProfile belongs to no charge, so it can’t be Relative.',
  )
  .refine(
    ({ validFrom, validTo }) =>
      validFrom === undefined ||
      validTo === undefined ||
      Date.parse(validTo) > Date.parse(validFrom),
    'The profile has to end after it begins.',
  )
export type ChargingProfile = z.infer<typeof chargingProfile>

/** Where a profile of that purpose may be set (OCPP 1.6 §3.13.1): 0 is the charger itself. */
export function mayBeSetOn(purpose: ChargingProfilePurpose, connectorId: number): boolean {
  switch (purpose) {
    case 'ChargePointMaxProfile':
      return connectorId === 0
    case 'TxDefaultProfile':
      return true
    case 'TxProfile':
      return connectorId > 0
  }
}
