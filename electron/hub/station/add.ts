import type { IssuedKey, StationInput } from '../../../shared/contract/station.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { ChargerIdentity, Station } from '../../../shared/domain/station/station.ts'
import { newStation } from '../../../shared/domain/station/new-station.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { hashKey, newKey } from '../secret/key.ts'
import type { Reads } from '../store/reads.ts'
import type { Writes } from '../store/writes.ts'

/** Where chargers connect, without the id, and the secret their keys are hashed under. */
export interface KeyIssuer {
  hubSecret: string
  ocppUrl: string
}

export type Added = { kind: 'added'; station: Station } | { kind: 'taken'; stationId: Id }

/** The station of the site with that charge point id. */
export async function stationWithId(
  reads: Reads,
  chargePointId: string,
): Promise<Station | undefined> {
  const [station] = await reads.find('station', { chargePointId, retiredAt: null })
  return station
}

/** What to enter in a charger: the hub's address and the charger's id, percent-encoded (OCPP-J 1.6 §3.1.1). */
export function connectionUrl(ocppUrl: string, chargePointId: string): string {
  return `${ocppUrl}/${encodeURIComponent(chargePointId)}`
}

/** The key as the operator sees it, once; `password` null where there is none to show. */
export function issuedKey(issuer: KeyIssuer, station: Station, password: string | null): IssuedKey {
  return { password, url: connectionUrl(issuer.ocppUrl, station.chargePointId) }
}

/** The password a station is to have: none, the one asked for, or one made here. */
export function firstPassword(
  input: Pick<StationInput, 'authentication' | 'password'>,
): string | null {
  return input.authentication === 'none' ? null : (input.password ?? newKey())
}

/**
 * Adds a station with its first key, and with the identity it has claimed when it waits already.
 * @param password as the charger will send it; null where it sends none, or where its keys are added apart
 */
export function addStation(
  tx: Writes,
  issuer: KeyIssuer,
  words: Parameters<typeof newStation>[0],
  password: Buffer | null,
  claimed?: ChargerIdentity,
): Added {
  const { chargePointId } = words
  const [known] = tx.find('station', { chargePointId, retiredAt: null })
  if (known) return { kind: 'taken', stationId: known.id }
  const station = newStation(words, tx.newId(), tx.now, claimed)
  tx.insert('station', station)
  if (password !== null) addKey(tx, issuer, station.id, password)
  tx.journal({ act: 'station.add', noun: 'station', nounId: station.id, after: station })
  return { kind: 'added', station }
}

/** How a key comes to be the station's. */
export interface KeyOrigin {
  /** The command that takes it to the charger: until then it works beside the others. */
  commandId?: Id
  /** Until when it works, where that is not for good. */
  expiresAt?: Instant
}

/** Stores what is kept of a key. One that no command takes to the charger is confirmed from the start. */
export function addKey(
  tx: Writes,
  issuer: KeyIssuer,
  stationId: Id,
  password: Buffer,
  { commandId, expiresAt }: KeyOrigin = {},
): Id {
  const credentialId = tx.newId()
  tx.insert('credential', {
    id: credentialId,
    stationId,
    hmac: hashKey(issuer.hubSecret, stationId, password),
    createdAt: tx.now,
    confirmedAt: commandId === undefined ? tx.now : null,
    revokedAt: null,
    expiresAt: expiresAt ?? null,
    commandId: commandId ?? null,
  })
  return credentialId
}
