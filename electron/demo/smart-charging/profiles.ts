import { z } from 'zod'
import {
  chargingProfile,
  mayBeSetOn,
} from '../../../shared/domain/charging-profile/charging-profile.ts'
import type {
  ChargingProfile,
  ChargingProfilePurpose,
} from '../../../shared/domain/charging-profile/charging-profile.ts'

/** A profile that the station holds. Plain data: it is also saved. */
export type Installed = {
  connectorId: number
  profile: ChargingProfile
  /** The session that a TxProfile belongs to and dies with. */
  sessionKey: string | null
}

/** Profiles as saved. */
export const savedProfiles = z.array(
  z.object({
    connectorId: z.int(),
    profile: chargingProfile,
    sessionKey: z.string().nullable(),
  }),
)

/** What a make's stations can do with charging profiles, and what they say they can. */
export type SmartCharging = {
  /** ChargeProfileMaxStackLevel as it is told, and the highest that is really taken. */
  toldStackLevel: number
  takenStackLevel: number
  rateUnits: readonly ('A' | 'W')[]
  maxPeriods: number
  maxProfiles: number
  /** Whether what is accepted is also done. */
  obeys: boolean
}

/**
 * Takes a profile in, in the place of one with the same id or of the same purpose and level there (OCPP 1.6 §5.16).
 * @param sessionKey the session under the transaction that a TxProfile names, on that connector; null: there is none
 * @returns the profiles then held, or null where the station won't take it
 */
export function installed(
  held: readonly Installed[],
  { connectorId, profile, sessionKey }: Installed,
  can: SmartCharging,
): Installed[] | null {
  const { chargingProfilePurpose: purpose, stackLevel, chargingSchedule } = profile
  if (!mayBeSetOn(purpose, connectorId)) return null
  if (purpose === 'TxProfile' && sessionKey === null) return null
  if (stackLevel > can.takenStackLevel) return null
  if (!can.rateUnits.includes(chargingSchedule.chargingRateUnit)) return null
  if (chargingSchedule.chargingSchedulePeriod.length > can.maxPeriods) return null
  const others = held.filter(
    (other) =>
      other.profile.chargingProfileId !== profile.chargingProfileId &&
      !(
        other.connectorId === connectorId &&
        other.profile.chargingProfilePurpose === purpose &&
        other.profile.stackLevel === stackLevel
      ),
  )
  if (others.length >= can.maxProfiles) return null
  return [
    ...others,
    { connectorId, profile, sessionKey: purpose === 'TxProfile' ? sessionKey : null },
  ]
}

/** Which profiles are meant by a ClearChargingProfile; those that match all that is told (OCPP 1.6 §5.3). */
export type Meant = {
  id?: number | undefined
  connectorId?: number | undefined
  chargingProfilePurpose?: ChargingProfilePurpose | undefined
  stackLevel?: number | undefined
}

/** The profiles left when those that are meant are gone. */
export function cleared(held: readonly Installed[], meant: Meant): Installed[] {
  const { id, connectorId, chargingProfilePurpose: purpose, stackLevel } = meant
  const isMeant = ({ connectorId: on, profile }: Installed): boolean =>
    (id === undefined || profile.chargingProfileId === id) &&
    (connectorId === undefined || on === connectorId) &&
    (purpose === undefined || profile.chargingProfilePurpose === purpose) &&
    (stackLevel === undefined || profile.stackLevel === stackLevel)
  return held.filter((one) => !isMeant(one))
}

/** The profiles left when of all sessions only these run: a TxProfile dies with its transaction (OCPP 1.6 §3.13.1). */
export function outlived(held: readonly Installed[], running: ReadonlySet<string>): Installed[] {
  return held.filter(({ sessionKey }) => sessionKey === null || running.has(sessionKey))
}
