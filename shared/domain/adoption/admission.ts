import type { Instant } from '../../time/instant.ts'
import type { Authentication } from '../station/station.ts'
import type { Candidate, ConnectionAttempt, Pairing } from './adoption.ts'

/** How many unknown chargers may wait at once while pairing is open. */
export const MOST_CANDIDATES = 50

/** What is known when a charger knocks. */
export interface Knock {
  /** The station with that charge point id, if the site has one. */
  station: { authentication: Authentication } | undefined
  /** Whether it sent a password at all, and whether it is one of that station's keys. */
  password: 'none' | 'wrong' | 'right'
  pairing: Pick<Pairing, 'openUntil'>
  /** The latest candidate with that charge point id, if any. */
  candidate: Pick<Candidate, 'state' | 'lastSeenAt'> | undefined
  waiting: number
  now: Instant
}

export type Admission =
  | { kind: 'station' }
  | { kind: 'candidate' }
  | { kind: 'refused'; reason: ConnectionAttempt['reason'] }

/** Whether pairing lets unknown chargers in at that moment. */
export function isPairingOpen(pairing: Pick<Pairing, 'openUntil'>, now: Instant): boolean {
  return pairing.openUntil !== null && now < pairing.openUntil
}

/**
 * Decides whether a charger may connect: a station with one of its keys (or with none, where that was opted in),
 * an unknown charger only while pairing is open. A known id with a wrong password never gets in as unknown.
 */
export function admission(knock: Knock): Admission {
  const { station, password, candidate } = knock
  if (station) {
    if (password === 'right' || station.authentication === 'none') return { kind: 'station' }
    return { kind: 'refused', reason: password === 'none' ? 'noPassword' : 'wrongPassword' }
  }
  if (!isPairingOpen(knock.pairing, knock.now)) return { kind: 'refused', reason: 'unknownId' }
  if (candidate?.state === 'refused') return { kind: 'refused', reason: 'refusedAtDesk' }
  if (knock.waiting >= MOST_CANDIDATES && candidate?.state !== 'waiting')
    return { kind: 'refused', reason: 'unknownId' }
  return { kind: 'candidate' }
}
