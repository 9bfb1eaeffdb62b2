import { MINUTE, type Instant } from '../../time/instant.ts'
import { isClockSuspect } from '../metering/clock-suspect.ts'

/** A status this late came from a charger's memory, not from its present. */
const REPLAYED_AFTER_MS = MINUTE

/**
 * When a status began: as the charger says, or when it was received where it says nothing that can be believed.
 */
export function statusBegan(stampedAt: Instant | null, receivedAt: Instant): Instant {
  return stampedAt === null || isClockSuspect(stampedAt, receivedAt) ? receivedAt : stampedAt
}

/**
 * Whether a status is an older one that was sent late, so that what is known already is newer. A charger whose
 * clock was set back is not mistaken for that: what it says now is not late.
 */
export function isReplayedStatus(
  began: Instant,
  receivedAt: Instant,
  knownSince: Instant | null,
): boolean {
  return knownSince !== null && began < knownSince && receivedAt - began > REPLAYED_AFTER_MS
}
