import { HOUR } from '../../shared/time/instant.ts'
import type { Instant } from '../../shared/time/instant.ts'

/** What is left of a hold: its time is up, so many ms are counted down, or it is too long to be counted. */
export type TimeLeft =
  | { readonly is: 'over' }
  | { readonly is: 'counted'; readonly ms: number }
  | { readonly is: 'long'; readonly until: Instant }

/** How a hold is told: the last hour by the second. */
export function timeLeft(until: Instant, now: Instant): TimeLeft {
  const ms = until - now
  if (ms <= 0) return { is: 'over' }
  return ms < HOUR ? { is: 'counted', ms } : { is: 'long', until }
}
