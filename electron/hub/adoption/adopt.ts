import type { Candidate } from '../../../shared/domain/adoption/adoption.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { IssuedKey } from '../../../shared/contract/station.ts'
import { DAY } from '../../../shared/time/instant.ts'
import { chargerIdentity, type Station } from '../../../shared/domain/station/station.ts'
import type { Chargers } from '../chargers.ts'
import { newKey } from '../secret/key.ts'
import { addKey, addStation, issuedKey, type KeyIssuer } from '../station/add.ts'
import { setKeyOnCharger } from '../station/keys.ts'
import type { Writes } from '../store/writes.ts'
import type { OfferedKeys } from './admit.ts'

export interface AdoptionWish {
  name?: string | undefined
  zone: string
  key: 'newKey' | 'keepOwn' | 'none'
  setOnCharger: boolean
  requestedBy: string
}

export type Adopted =
  | { kind: 'adopted'; station: Station; key: IssuedKey; commandId: Id | null }
  | { kind: 'gone' }
  | { kind: 'hasNoPassword' }
  | { kind: 'taken'; stationId: Id }

/** How long a charger that was given a new key may still come with the password it had. */
const OWN_PASSWORD_MS = DAY

/**
 * Makes a waiting charger a station. Its socket becomes the station's once that is on disk; a new key is sent to
 * it if wished, and shown to the operator once in any case.
 */
export function adoptCandidate(
  tx: Writes,
  parts: { issuer: KeyIssuer; chargers: Chargers; offered: OfferedKeys },
  candidate: Candidate,
  wish: AdoptionWish,
): Adopted {
  if (candidate.state !== 'waiting') return { kind: 'gone' }
  const own = parts.offered.get(candidate.id)
  if (wish.key === 'keepOwn' && !own) return { kind: 'hasNoPassword' }
  const password = wish.key === 'newKey' ? newKey() : null
  const added = addStation(
    tx,
    parts.issuer,
    {
      chargePointId: candidate.chargePointId,
      name: wish.name,
      zone: wish.zone,
      authentication: wish.key === 'none' ? 'none' : 'password',
    },
    null,
    chargerIdentity.parse(candidate),
  )
  if (added.kind === 'taken') return added
  const { station } = added
  const commandId =
    password !== null && wish.setOnCharger
      ? setKeyOnCharger(tx, parts.chargers, station.id, password, wish.requestedBy)
      : null
  // A charger that refuses the new key comes back with the password it came with: that works until the new one is
  // confirmed, but not for long, since nobody knows how strong it is or who else has it.
  const keepsUntil = commandId === null ? {} : { expiresAt: tx.now + OWN_PASSWORD_MS }
  if (own && (wish.key === 'keepOwn' || commandId !== null))
    addKey(tx, parts.issuer, station.id, own, keepsUntil)
  if (password !== null) {
    const origin = commandId === null ? {} : { commandId }
    addKey(tx, parts.issuer, station.id, Buffer.from(password), origin)
  }
  tx.update('candidate', candidate.id, { state: 'adopted', lastSeenAt: tx.now })
  tx.journal({
    act: 'candidate.adopt',
    noun: 'station',
    nounId: station.id,
    after: { ...wish },
  })
  tx.afterCommit(() => {
    parts.offered.delete(candidate.id)
    parts.chargers.promote(candidate.id, station.id, wish.key === 'keepOwn')
  })
  return { kind: 'adopted', station, key: issuedKey(parts.issuer, station, password), commandId }
}

/** Turns a waiting charger away; it stays out until pairing is opened anew. */
export function refuseCandidate(tx: Writes, chargers: Chargers, candidate: Candidate): Candidate {
  const after = tx.update('candidate', candidate.id, { state: 'refused', lastSeenAt: tx.now })
  tx.journal({
    act: 'candidate.refuse',
    noun: 'candidate',
    nounId: candidate.id,
    before: candidate,
  })
  tx.afterCommit(() => chargers.disconnectCandidate(candidate.id, 'refused'))
  return after ?? candidate
}
