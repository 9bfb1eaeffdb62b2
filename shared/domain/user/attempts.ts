import { MINUTE, SECOND, type Instant } from '../../time/instant.ts'

/** How many wrong PINs in a row cost nothing but the try. */
export const FREE_TRIES = 5

const FIRST_WAIT = 30 * SECOND
const LONGEST_WAIT = 15 * MINUTE

/** The wrong PINs in a row, and until when none is looked at. */
export interface Attempts {
  readonly failures: number
  readonly lockedUntil: Instant | null
}

export const noAttempts: Attempts = { failures: 0, lockedUntil: null }

/** Until when no PIN is looked at; null where one is. */
export function lockedOut({ lockedUntil }: Attempts, now: Instant): Instant | null {
  return lockedUntil !== null && lockedUntil > now ? lockedUntil : null
}

/**
 * What one more wrong PIN makes of it: from the fifth on there is a wait of 30 s, which doubles with each up to
 * 15 min. At one try in 15 min, half of all PINs of four digits take 52 days.
 */
export function failedOnce({ failures }: Attempts, now: Instant): Attempts {
  const after = failures + 1
  if (after < FREE_TRIES) return { failures: after, lockedUntil: null }
  const doublings = Math.min(after - FREE_TRIES, 10)
  const waitMs = Math.min(FIRST_WAIT * 2 ** doublings, LONGEST_WAIT)
  return { failures: after, lockedUntil: now + waitMs }
}

/** How many more wrong ones there may be before there is a wait. */
export function triesLeft({ failures }: Attempts): number {
  return Math.max(0, FREE_TRIES - failures)
}
