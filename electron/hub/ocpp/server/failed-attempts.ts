import { MINUTE, type Instant } from '../../../../shared/time/instant.ts'

/** After so long without an attempt an address and id begin anew. */
const FORGOTTEN_MS = 15 * MINUTE
const REMEMBERED = 10_000
const FIRST_DELAY_MS = 200
const LONGEST_DELAY_MS = 10_000

/**
 * How long the refusal of a failed attempt is held back: longer each time for the same address and id. Only
 * refusals are held back, the password itself is always checked at once, so nobody can lock a charger out.
 * The delay says nothing of whether the id exists.
 */
export interface FailedAttempts {
  /** Counts a failure and says how long to hold its refusal back, ms. */
  failed(address: string, chargePointId: string, at: Instant): number
  succeeded(address: string, chargePointId: string): void
}

export function failedAttempts(): FailedAttempts {
  const failures = new Map<string, { count: number; lastAt: Instant }>()
  const keyOf = (address: string, chargePointId: string): string => `${address} ${chargePointId}`
  return {
    failed(address, chargePointId, at) {
      const key = keyOf(address, chargePointId)
      const known = failures.get(key)
      const count = known !== undefined && at - known.lastAt < FORGOTTEN_MS ? known.count + 1 : 1
      // Set anew so that the map stays in the order of the latest attempts.
      failures.delete(key)
      failures.set(key, { count, lastAt: at })
      if (failures.size > REMEMBERED) {
        for (const oldest of failures.keys()) {
          failures.delete(oldest)
          break
        }
      }
      return Math.min(FIRST_DELAY_MS * 2 ** Math.min(count - 1, 20), LONGEST_DELAY_MS)
    },
    succeeded(address, chargePointId) {
      failures.delete(keyOf(address, chargePointId))
    },
  }
}
