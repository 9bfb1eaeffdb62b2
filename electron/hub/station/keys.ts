import { AUTHORIZATION_KEY, isAuthorizationKey } from '../../../shared/domain/command/command.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Authentication, Station } from '../../../shared/domain/station/station.ts'
import type { IssuedKey } from '../../../shared/contract/station.ts'
import type { Chargers } from '../chargers.ts'
import { hashKey, newKey } from '../secret/key.ts'
import type { Credential } from '../store/own-rows.ts'
import type { Writes } from '../store/writes.ts'
import { addKey, issuedKey, type KeyIssuer } from './add.ts'

/** How a key is masked wherever it would be kept or shown after its first time. */
export const MASKED = '•••'

/** Every key of the station stops working, those on their way to the charger too. */
export function revokeKeys(tx: Writes, chargers: Chargers, stationId: Id): void {
  withdrawUnsentKeys(tx, chargers, stationId)
  for (const { id } of tx.find('credential', { stationId, revokedAt: null }))
    tx.update('credential', id, { revokedAt: tx.now })
}

/**
 * A charger has shown (or accepted) that key, so those made before it are no longer needed; those made since are on
 * their way to it. From now on the station needs a key.
 */
export function confirmKey(tx: Writes, stationId: Id, credentialId: Id): void {
  const confirmed = tx.update('credential', credentialId, { confirmedAt: tx.now })
  if (confirmed === undefined) return
  for (const credential of tx.find('credential', { stationId, revokedAt: null }))
    if (isOlderKey(credential, confirmed))
      tx.update('credential', credential.id, { revokedAt: tx.now })
  tx.journal({ act: 'station.confirmKey', noun: 'station', nounId: stationId })
  const station = tx.get('station', stationId)
  if (station?.authentication === 'none') changeAuthentication(tx, station, 'password')
}

/** Whether a key was there before another. Of two made at once the one still on its way to the charger is newer. */
export function isOlderKey(key: Credential, than: Credential): boolean {
  if (key.id === than.id) return false
  if (key.createdAt !== than.createdAt) return key.createdAt < than.createdAt
  return key.commandId === null && than.commandId !== null
}

export interface Rotated {
  key: IssuedKey
  commandId: Id | null
}

/** With these the charger is to have the key, now or after a restart. */
const TAKEN: ReadonlySet<unknown> = new Set(['Accepted', 'RebootRequired'])

/**
 * What the charger said to a new AuthorizationKey: taken, that key replaces those before it; otherwise all stay. A
 * charger that has to restart first shows the old one until it has; showing the new one then confirms it. One that
 * was not taken, and that another has replaced by hand meanwhile, goes.
 */
export function keyAnswered(hubSecret: string) {
  return (tx: Writes, stationId: Id, status: unknown, key: string): void => {
    const hmac = hashKey(hubSecret, stationId, Buffer.from(key))
    const open = tx.find('credential', { stationId, revokedAt: null })
    const asked = open.find(
      (credential) => credential.confirmedAt === null && credential.hmac === hmac,
    )
    if (!asked) return
    if (status === 'Accepted') return confirmKey(tx, stationId, asked.id)
    const replaced = open.some((other) => other.commandId === null && isOlderKey(asked, other))
    if (replaced && !TAKEN.has(status)) tx.update('credential', asked.id, { revokedAt: tx.now })
  }
}

/**
 * Makes a new key. Set on the charger by ChangeConfiguration it works beside the old one until the charger has
 * taken it; entered by hand it replaces the old one at once, and the open socket stays, unless it never showed a key.
 * A key that is being set on the charger at that moment works on: the charger may take it.
 */
export function rotateKey(
  tx: Writes,
  issuer: KeyIssuer,
  chargers: Chargers,
  station: Station,
  wish: { password?: string | undefined; setOnCharger: boolean; requestedBy: string },
): Rotated {
  const password = wish.password ?? newKey()
  const commandId = wish.setOnCharger
    ? setKeyOnCharger(tx, chargers, station.id, password, wish.requestedBy)
    : null
  if (commandId === null) replaceKeys(tx, chargers, station.id)
  addKey(tx, issuer, station.id, Buffer.from(password), commandId === null ? {} : { commandId })
  tx.update('station', station.id, { updatedAt: tx.now })
  tx.journal({ act: 'station.rotateKey', noun: 'station', nounId: station.id })
  if (commandId === null && station.authentication === 'none')
    setAuthentication(tx, chargers, station, 'password')
  return { key: issuedKey(issuer, station, password), commandId }
}

/** Revokes the keys that one entered by hand replaces: all but what the charger is being asked to take just now. */
function replaceKeys(tx: Writes, chargers: Chargers, stationId: Id): void {
  withdrawUnsentKeys(tx, chargers, stationId)
  for (const { id, commandId } of tx.find('credential', { stationId, revokedAt: null })) {
    const command = commandId === null ? undefined : tx.get('command', commandId)
    if (command?.state !== 'sent') tx.update('credential', id, { revokedAt: tx.now })
  }
}

/** Takes back the commands that would set a key on the charger and have not gone out. */
function withdrawUnsentKeys(tx: Writes, chargers: Chargers, stationId: Id): void {
  for (const { id, action, payload } of tx.find('command', { stationId, state: 'requested' })) {
    if (action !== 'ChangeConfiguration' || !isAuthorizationKey(String(payload['key']))) continue
    tx.update('command', id, { state: 'failed', failure: 'withdrawn', endedAt: tx.now })
    tx.afterCommit(() => chargers.forget(id))
  }
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

/**
 * Opts one station in to connecting without a password, or back out of it; then a socket that has shown no key of the
 * station's is closed.
 */
export function setAuthentication(
  tx: Writes,
  chargers: Chargers,
  station: Station,
  authentication: Authentication,
): Station {
  if (authentication === 'password' && station.authentication === 'none')
    tx.afterCommit(() => {
      if (!chargers.hasShownKey(station.id))
        chargers.disconnect(station.id, 'a password is needed now')
    })
  return changeAuthentication(tx, station, authentication)
}

function changeAuthentication(
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
