/** An instant: whole epoch milliseconds, UTC. */
export type Instant = number

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** An instant as OCPP and REST write it: RFC 3339 in UTC with milliseconds. */
export function toIso(at: Instant): string {
  return new Date(at).toISOString()
}
