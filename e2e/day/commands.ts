import { factoryConfiguration, readKeys } from '../../electron/demo/configuration.ts'
import {
  clearRequest,
  compositeRequest,
  setRequest,
} from '../../electron/demo/smart-charging/commands.ts'
import { compositeSchedule } from '../../electron/demo/smart-charging/composite.ts'
import { cleared, installed } from '../../electron/demo/smart-charging/profiles.ts'
import type { Installed } from '../../electron/demo/smart-charging/profiles.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { SECOND } from '../../shared/time/instant.ts'
import { z } from 'zod'
import type { CallHandler } from '../fixtures/charge-point.ts'
import type { DayStation } from './scenario.ts'

/** The charge that runs at a charger, as the hub and its profiles know it. */
export type Running = { key: string; transactionId: number | null; startedAt: Instant }

/** What of a charger the hub's commands touch. */
export type Commanded = {
  profiles: Installed[]
  reservation: { id: number; idTag: string; until: Instant } | null
  running: () => Running | null
}

const getConfiguration = z.object({ key: z.array(z.string()).optional() })
const reserveNow = z.object({
  reservationId: z.int(),
  idTag: z.string(),
  expiryDate: z.iso.datetime({ offset: true }),
})
const cancelReservation = z.object({ reservationId: z.int() })

/** How a charger answers the hub, over the profiles and the reservation it holds. */
export function commandHandlers(
  { habit, outlet }: DayStation,
  charger: Commanded,
  now: () => Instant,
): Record<string, CallHandler> {
  const configuration = factoryConfiguration(habit, [outlet])
  const { smartCharging } = habit
  const can = typeof smartCharging === 'string' ? null : smartCharging
  return {
    SetChargingProfile: (payload) => {
      const { connectorId, csChargingProfiles: profile } = setRequest.parse(payload)
      if (can === null) return { status: 'NotSupported' }
      const running = charger.running()
      const isIts = running !== null && running.transactionId === profile.transactionId
      const sessionKey = isIts && connectorId === 1 ? running.key : null
      const held = installed(charger.profiles, { connectorId, profile, sessionKey }, can)
      if (held === null) return { status: 'Rejected' }
      charger.profiles = held
      return { status: 'Accepted' }
    },
    ClearChargingProfile: (payload) => {
      const left = cleared(charger.profiles, clearRequest.parse(payload))
      const some = left.length < charger.profiles.length
      charger.profiles = left
      return { status: some ? 'Accepted' : 'Unknown' }
    },
    GetCompositeSchedule: (payload) => {
      const { connectorId, duration, chargingRateUnit } = compositeRequest.parse(payload)
      const unit = chargingRateUnit ?? can?.rateUnits[0]
      if (connectorId !== 1 || unit === undefined || can?.rateUnits.includes(unit) !== true) {
        return { status: 'Rejected' }
      }
      const running = charger.running()
      const charge = running && { sessionKey: running.key, startedAt: running.startedAt }
      const from = Math.floor(now() / SECOND) * SECOND
      const asked = { connectorId, outlet, charge }
      const chargingSchedule = compositeSchedule(charger.profiles, asked, from, duration, unit)
      const scheduleStart = chargingSchedule.startSchedule
      return { status: 'Accepted', connectorId, scheduleStart, chargingSchedule }
    },
    GetConfiguration: (payload) =>
      readKeys(configuration, getConfiguration.parse(payload).key ?? []),
    ChangeConfiguration: () => ({ status: 'Accepted' }),
    TriggerMessage: () => ({ status: 'Rejected' }),
    ReserveNow: (payload) => {
      const { reservationId: id, idTag, expiryDate } = reserveNow.parse(payload)
      if (charger.running() !== null) return { status: 'Occupied' }
      charger.reservation = { id, idTag, until: Date.parse(expiryDate) }
      return { status: 'Accepted' }
    },
    CancelReservation: (payload) => {
      const isHeld = charger.reservation?.id === cancelReservation.parse(payload).reservationId
      if (isHeld) charger.reservation = null
      return { status: isHeld ? 'Accepted' : 'Rejected' }
    },
  }
}
