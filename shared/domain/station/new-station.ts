import type { Instant } from '../../time/instant.ts'
import type { Id } from '../id/id.ts'
import type { PhaseRotation } from './phase-rotation.ts'
import type { Authentication, ChargerIdentity, Station } from './station.ts'

/** What a charger has said of itself before it has said anything. */
export const nothingClaimed: ChargerIdentity = {
  vendor: null,
  model: null,
  serialNumber: null,
  firmwareVersion: null,
  iccid: null,
  imsi: null,
  meterType: null,
  meterSerialNumber: null,
}

/** A station as it enters the site: never connected yet, named after its charge point id unless told otherwise. */
export function newStation(
  words: {
    chargePointId: string
    name?: string | undefined
    zone: string
    note?: string
    authentication: Authentication
    feederId?: Id | null | undefined
    phaseRotation?: PhaseRotation | undefined
  },
  newId: Id,
  now: Instant,
  claimed: ChargerIdentity = nothingClaimed,
): Station {
  return {
    id: newId,
    chargePointId: words.chargePointId,
    name: words.name ?? words.chargePointId,
    zone: words.zone,
    note: words.note ?? '',
    feederId: words.feederId ?? null,
    phaseRotation: words.phaseRotation ?? 'RST',
    authentication: words.authentication,
    ...claimed,
    ocppVersion: null,
    connection: 'never',
    connectionSince: null,
    remoteAddress: null,
    lastSeenAt: null,
    bootedAt: null,
    diagnosticsStatus: null,
    firmwareStatus: null,
    createdAt: now,
    updatedAt: now,
    retiredAt: null,
  }
}
