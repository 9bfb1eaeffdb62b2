import { DAY } from '../../../../../shared/time/instant.ts'
import type { Instant } from '../../../../../shared/time/instant.ts'

/** So long before it ends there is a warning. */
const WARN_MS = 14 * DAY

/** How a certificate stands; `days` are the whole ones that are left. */
export type CertStanding =
  | { readonly is: 'good' }
  | { readonly is: 'soon'; readonly days: number }
  | { readonly is: 'over' }

/** Whether a certificate is to be renewed by now. @param until when it ends; null where there is none */
export function certStanding(until: Instant | null, now: Instant): CertStanding {
  if (until === null || until - now > WARN_MS) return { is: 'good' }
  if (until <= now) return { is: 'over' }
  return { is: 'soon', days: Math.floor((until - now) / DAY) }
}
