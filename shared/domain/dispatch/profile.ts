import { SECOND, type Instant } from '../../time/instant.ts'
import type {
  ChargingProfile,
  ChargingProfilePurpose,
  ChargingRateUnit,
} from '../charging-profile/charging-profile.ts'
import type { Steps } from './steps.ts'

/** What a profile is made of. */
export interface ProfileWords {
  readonly purpose: ChargingProfilePurpose
  /** 0 is the charger itself. */
  readonly connectorId: number
  readonly stackLevel: number
  readonly unit: ChargingRateUnit
  /** On how many phases the limits hold. */
  readonly numberPhases: number
  /** Tenths of the unit, from when on; the first begins when the schedule does. */
  readonly limits: Steps
  /** When it ends; null without end. */
  readonly until: Instant | null
  /** The number the charger knows the charge by; only for a TxProfile. */
  readonly transactionId?: number
}

const PURPOSES: readonly ChargingProfilePurpose[] = [
  'ChargePointMaxProfile',
  'TxDefaultProfile',
  'TxProfile',
]

/**
 * The number of our profile of that purpose on that connector. Always the same one: a charger replaces a profile whose
 * number it knows (OCPP 1.6 §3.13.2), so that there is no moment without a limit between the old one and the new.
 */
export function profileNumber(connectorId: number, purpose: ChargingProfilePurpose): number {
  return connectorId * 10 + PURPOSES.indexOf(purpose) + 1
}

/**
 * The profile as a charger is told it: an absolute schedule in UTC whose periods begin at 0, limits with one decimal at
 * most, and the number of phases always given, since without it a charger takes three.
 * @throws RangeError for a TxProfile without a running charge: a number of 0 or below is nobody's
 */
export function profileOf(words: ProfileWords): ChargingProfile {
  const { purpose, connectorId, stackLevel, unit, limits, until, transactionId } = words
  const startsAt = wholeSecond(limits[0]?.[0] ?? 0)
  const endsAt = until === null ? null : Math.max(wholeSecond(until), startsAt + SECOND)
  const ofCharge = purpose === 'TxProfile'
  if (ofCharge && !(transactionId !== undefined && transactionId > 0))
    throw new RangeError('a TxProfile belongs to a running charge')
  const numberPhases = Math.min(3, Math.max(1, words.numberPhases))
  return {
    chargingProfileId: profileNumber(connectorId, purpose),
    ...(ofCharge && transactionId !== undefined ? { transactionId } : {}),
    stackLevel,
    chargingProfilePurpose: purpose,
    chargingProfileKind: 'Absolute',
    ...(endsAt === null ? {} : { validTo: inUtc(endsAt) }),
    chargingSchedule: {
      ...(endsAt === null ? {} : { duration: (endsAt - startsAt) / SECOND }),
      startSchedule: inUtc(startsAt),
      chargingRateUnit: unit,
      chargingSchedulePeriod: periodsOf(limits, startsAt, numberPhases),
    },
  }
}

/** Whole seconds: a rise begins a little later, a fall a little earlier; what they leave no second for is left out. */
function periodsOf(limits: Steps, startsAt: Instant, numberPhases: number) {
  const periods = new Map<number, number>()
  for (const [at, [from, limit]] of limits.entries()) {
    const rises = limit > (limits[at - 1]?.[1] ?? limit)
    const offset = (from - startsAt) / SECOND
    const start = at === 0 ? 0 : rises ? Math.ceil(offset) : Math.floor(offset)
    for (const later of periods.keys()) if (later > start) periods.delete(later)
    periods.set(start, limit)
  }
  return [...periods].map(([startPeriod, limit]) => ({
    startPeriod,
    limit: decimal(limit),
    numberPhases,
  }))
}

/** Tenths as the number that is written with one decimal: 63 is 6.3, never 6.300000000000001. */
function decimal(tenths: number): number {
  return Math.round(tenths) / 10
}

function wholeSecond(at: Instant): Instant {
  return Math.floor(at / SECOND) * SECOND
}

/** RFC 3339 with Z and whole seconds: some chargers stumble over milliseconds. */
function inUtc(at: Instant): string {
  return new Date(wholeSecond(at)).toISOString().replace('.000Z', 'Z')
}
