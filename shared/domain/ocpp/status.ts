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
 * Whether a status is an older one that was sent late, so that what is known already is newer. What a charger keeps
 * for later it keeps while it is not connected, so a status that began on this very connection is none of that: its
 * clock was set back since the last one, and what it says is so now.
 */
export function isReplayedStatus(
  status: { readonly began: Instant; readonly receivedAt: Instant; readonly connectedAt: Instant },
  knownSince: Instant | null,
): boolean {
  const { began, receivedAt, connectedAt } = status
  if (knownSince === null || began >= knownSince || began >= connectedAt) return false
  return receivedAt - began > REPLAYED_AFTER_MS
}
