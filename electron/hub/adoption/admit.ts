import { admission } from '../../../shared/domain/adoption/admission.ts'
import type { ConnectionAttempt } from '../../../shared/domain/adoption/adoption.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { hashKey, sameHash } from '../secret/key.ts'
import { stationWithId } from '../station/add.ts'
import { confirmKey, isOlderKey } from '../station/keys.ts'
import type { Store } from '../store/store.ts'
import type { Credential } from '../store/own-rows.ts'
import { noteAttempt } from './inbox.ts'
import { currentPairing } from './pairing.ts'

/** A charger at the door. */
export interface Arrival {
  chargePointId: string
  address: string
  /**
   * The passwords its Authorization header may mean, likeliest first: bytes, since they may be unprintable; several,
   * since a user name may hold colons. Empty when it sent none.
   */
  passwords: readonly Buffer[]
}

export type Admitted =
  | { kind: 'station'; stationId: Id; keyShown: boolean }
  | { kind: 'candidate'; candidateId: Id }
  | { kind: 'refused' }

/** The passwords that waiting chargers sent by themselves, by candidate; in memory only, to be kept if asked. */
export type OfferedKeys = Map<Id, Buffer>

export interface Door {
  admit(arrival: Arrival): Promise<Admitted>
  /** Leaves a line in the inbox of somebody who did not get in. */
  turnAway(arrival: Omit<Arrival, 'passwords'>, reason: ConnectionAttempt['reason']): void
  readonly offered: OfferedKeys
}

/** A station no charger is: its hash is computed where there is no station, so that both refusals take as long. */
const NOBODY = '00000000-0000-7000-8000-000000000000'

export function door(store: Store, hubSecret: string, clock: () => Instant): Door {
  const offered: OfferedKeys = new Map()

  const turnAway: Door['turnAway'] = (arrival, reason) => {
    // Nobody waits for it: a full disk may cost the inbox a line, never a charger its answer.
    store.work('hub', (tx) => noteAttempt(tx, arrival, reason)).catch(() => undefined)
  }

  const admit = async (arrival: Arrival): Promise<Admitted> => {
    const { chargePointId, address, passwords } = arrival
    const station = await stationWithId(store.reads, chargePointId)
    const credentials = await store.reads.find('credential', {
      stationId: station?.id ?? NOBODY,
      revokedAt: null,
    })
    const keys = credentials.filter(({ expiresAt }) => expiresAt === null || clock() < expiresAt)
    const fitting = fittingKey(hubSecret, station?.id ?? NOBODY, passwords, keys)
    const candidate = station ? undefined : await latestCandidate(store, chargePointId)
    const decided = admission({
      station,
      password: passwords.length === 0 ? 'none' : fitting ? 'right' : 'wrong',
      pairing: await currentPairing(store.reads),
      candidate,
      waiting: station ? 0 : (await store.reads.find('candidate', { state: 'waiting' })).length,
      now: clock(),
    })
    if (decided.kind === 'refused') {
      turnAway(arrival, decided.reason) // after the answer, so that its time says nothing of the reason
      return { kind: 'refused' }
    }
    if (decided.kind === 'station' && station) {
      if (fitting && (fitting.confirmedAt === null || keys.some((key) => isOlderKey(key, fitting))))
        await store.work('hub', (tx) => confirmKey(tx, station.id, fitting.id))
      return { kind: 'station', stationId: station.id, keyShown: fitting !== undefined }
    }
    const [password] = passwords
    const candidateId = await store.work('hub', (tx) => {
      const seen = {
        address,
        credentials: password ? 'password' : 'none',
        state: 'waiting',
        lastSeenAt: tx.now,
      } as const
      if (candidate?.state === 'waiting' || candidate?.state === 'gone') {
        tx.update('candidate', candidate.id, seen)
        return candidate.id
      }
      const id = tx.newId()
      tx.insert('candidate', {
        id,
        chargePointId,
        vendor: null,
        model: null,
        serialNumber: null,
        firmwareVersion: null,
        iccid: null,
        imsi: null,
        meterType: null,
        meterSerialNumber: null,
        firstSeenAt: tx.now,
        bootedAt: null,
        ...seen,
      })
      return id
    })
    if (password) offered.set(candidateId, password)
    else offered.delete(candidateId)
    return { kind: 'candidate', candidateId }
  }

  return { admit, turnAway, offered }
}

function fittingKey(
  hubSecret: string,
  stationId: Id,
  passwords: readonly Buffer[],
  credentials: Credential[],
): Credential | undefined {
  const hashes = passwords.map((password) => hashKey(hubSecret, stationId, password))
  return credentials.find(({ hmac }) => hashes.some((hash) => sameHash(hmac, hash)))
}

async function latestCandidate(store: Store, chargePointId: string) {
  const known = await store.reads.find('candidate', { chargePointId })
  return known.toSorted((a, b) => b.lastSeenAt - a.lastSeenAt)[0]
}
