import { AUTHORIZATION_KEY } from '../../../shared/domain/command/command.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Authentication, Station } from '../../../shared/domain/station/station.ts'
import type { IssuedKey } from '../../../shared/contract/station.ts'
import type { Chargers } from '../chargers.ts'
import { hashKey, newKey } from '../secret/key.ts'
import type { Writes } from '../store/writes.ts'
import { addKey, issuedKey, type KeyIssuer } from './add.ts'

/** How a key is masked wherever it would be kept or shown after its first time. */
export const MASKED = '•••'

/** Every key of the station stops working. */
export function revokeKeys(tx: Writes, stationId: Id, except?: Id): void {
  for (const { id } of tx.find('credential', { stationId, revokedAt: null }))
    if (id !== except) tx.update('credential', id, { revokedAt: tx.now })
}

/**
 * A charger has shown (or accepted) that key, so the ones before it are no longer needed. One made since is on its
 * way to the charger and stays.
 */
export function confirmKey(tx: Writes, stationId: Id, credentialId: Id): void {
  const confirmed = tx.update('credential', credentialId, { confirmedAt: tx.now })
  for (const { id, createdAt, confirmedAt } of tx.find('credential', {
    stationId,
    revokedAt: null,
  }))
    if (id !== credentialId && (confirmedAt !== null || createdAt < (confirmed?.createdAt ?? 0)))
      tx.update('credential', id, { revokedAt: tx.now })
  tx.journal({ act: 'station.confirmKey', noun: 'station', nounId: stationId })
}

export interface Rotated {
  key: IssuedKey
  commandId: Id | null
}

/**
 * What the charger said to a new AuthorizationKey: taken, that key replaces those before it; otherwise all stay. A
 * charger that has to restart first shows the old one until it has; showing the new one then confirms it.
 */
export function keyAnswered(hubSecret: string) {
  return (tx: Writes, stationId: Id, status: unknown, key: string): void => {
    if (status !== 'Accepted') return
    const hmac = hashKey(hubSecret, stationId, Buffer.from(key))
    const open = tx.find('credential', { stationId, revokedAt: null, confirmedAt: null })
    const taken = open.find((credential) => credential.hmac === hmac)
    if (taken) confirmKey(tx, stationId, taken.id)
  }
}

/**
 * Makes a new key. Set on the charger by ChangeConfiguration it works beside the old one until the charger has
 * taken it; entered by hand it replaces the old one at once, and the open socket stays.
 */
export function rotateKey(
  tx: Writes,
  issuer: KeyIssuer,
  chargers: Chargers,
  station: Station,
  wish: { password?: string | undefined; setOnCharger: boolean; requestedBy: string },
): Rotated {
  const password = wish.password ?? newKey()
  const credentialId = addKey(tx, issuer, station.id, Buffer.from(password), !wish.setOnCharger)
  if (!wish.setOnCharger) revokeKeys(tx, station.id, credentialId)
  const commandId = wish.setOnCharger
    ? setKeyOnCharger(tx, chargers, station.id, password, wish.requestedBy)
    : null
  tx.update('station', station.id, { authentication: 'password', updatedAt: tx.now })
  tx.journal({ act: 'station.rotateKey', noun: 'station', nounId: station.id })
  return { key: issuedKey(issuer, station, password), commandId }
}

/** Asks the charger to take the key. The row masks it; the key itself stays in memory until it is sent. */
export function setKeyOnCharger(
  tx: Writes,
  chargers: Chargers,
  stationId: Id,
  password: string,
  requestedBy: string,
): Id {
  const commandId = tx.newId()
  const payload = { key: AUTHORIZATION_KEY, value: password }
  tx.insert('command', {
    id: commandId,
    stationId,
    action: 'ChangeConfiguration',
    payload: { ...payload, value: MASKED },
    state: 'requested',
    answer: null,
    failure: null,
    requestedBy,
    requestedAt: tx.now,
    sentAt: null,
    endedAt: null,
  })
  tx.afterCommit(() => chargers.wake(stationId, { commandId, payload }))
  return commandId
}

/** Opts one station in to connecting without a password, or back out of it. */
export function setAuthentication(
  tx: Writes,
  station: Station,
  authentication: Authentication,
): Station {
  const after = tx.update('station', station.id, { authentication, updatedAt: tx.now })
  tx.journal({
    act: 'station.setAuthentication',
    noun: 'station',
    nounId: station.id,
    before: { authentication: station.authentication },
    after: { authentication },
  })
  return after ?? station
}
