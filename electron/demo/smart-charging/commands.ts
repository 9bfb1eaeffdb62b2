import { z } from 'zod'
import {
  chargingProfile,
  chargingProfilePurpose,
  chargingRateUnit,
} from '../../../shared/domain/charging-profile/charging-profile.ts'
import { SECOND } from '../../../shared/time/instant.ts'
import type { Reply } from '../link.ts'
import { connectorOf } from '../station.ts'
import type { Station } from '../station.ts'
import { sessionOf } from '../transaction-queue.ts'
import type { Charge } from './allowance.ts'
import { compositeSchedule } from './composite.ts'
import { cleared, installed } from './profiles.ts'

const connectorNumber = z.int().min(0)

export const setRequest = z.strictObject({
  connectorId: connectorNumber,
  csChargingProfiles: chargingProfile,
})
export const clearRequest = z.strictObject({
  id: z.int().optional(),
  connectorId: connectorNumber.optional(),
  chargingProfilePurpose: chargingProfilePurpose.optional(),
  stackLevel: z.int().optional(),
})
export const compositeRequest = z.strictObject({
  connectorId: connectorNumber,
  duration: z.int().min(0),
  chargingRateUnit: chargingRateUnit.optional(),
})

/** Answers SetChargingProfile (OCPP 1.6 §5.16). */
export function setChargingProfile(
  station: Station,
  { connectorId, csChargingProfiles: profile }: z.infer<typeof setRequest>,
): Reply {
  const { smartCharging } = station.spec.habit
  const connector = connectorOf(station, connectorId)
  if (typeof smartCharging === 'string') return { result: { status: 'NotSupported' } }
  if (connectorId !== 0 && connector === undefined) return { result: { status: 'Rejected' } }
  const { transactionId } = profile
  const named = transactionId === undefined ? null : sessionOf(station.queue, transactionId)
  const sessionKey = named !== null && connector?.session?.key === named ? named : null
  const held = installed(station.profiles, { connectorId, profile, sessionKey }, smartCharging)
  if (held === null) return { result: { status: 'Rejected' } }
  station.profiles = held
  return { result: { status: 'Accepted' } }
}

/** Answers ClearChargingProfile (OCPP 1.6 §5.3). */
export function clearChargingProfile(station: Station, meant: z.infer<typeof clearRequest>): Reply {
  const left = cleared(station.profiles, meant)
  const some = left.length < station.profiles.length
  station.profiles = left
  return { result: { status: some ? 'Accepted' : 'Unknown' } }
}

/** Answers GetCompositeSchedule (OCPP 1.6 §5.7); of the whole station these makes tell nothing. */
export function getCompositeSchedule(
  station: Station,
  { connectorId, duration, chargingRateUnit: asked }: z.infer<typeof compositeRequest>,
  now: number,
): Reply {
  const { smartCharging } = station.spec.habit
  const connector = connectorOf(station, connectorId)
  const units = typeof smartCharging === 'string' ? [] : smartCharging.rateUnits
  const unit = asked ?? units[0]
  if (connector === undefined || unit === undefined || !units.includes(unit)) {
    return { result: { status: 'Rejected' } }
  }
  const { id, outlet, session } = connector
  const charge: Charge | null =
    session === null ? null : { sessionKey: session.key, startedAt: session.startedAt }
  // Its clock counts whole seconds.
  const from = Math.floor(now / SECOND) * SECOND
  const schedule = compositeSchedule(
    station.profiles,
    { connectorId: id, outlet, charge },
    from,
    duration,
    unit,
  )
  return {
    result: {
      status: 'Accepted',
      connectorId,
      scheduleStart: schedule.startSchedule,
      chargingSchedule: schedule,
    },
  }
}
