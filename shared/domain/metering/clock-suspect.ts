import { HOUR, type Instant } from '../../time/instant.ts'

/** Before this no charger of ours was built: a clock that says so was never set. */
export const NO_CLOCK_BEFORE = Date.UTC(2015, 0, 1)

/** How far a charger's clock may run ahead before its stamps are not believed. */
export const CLOCK_AHEAD_MS = HOUR

/** Whether a charger's stamp can't be right: from before its time (1970, 2000) or from the future. */
export function isClockSuspect(stampedAt: Instant, receivedAt: Instant): boolean {
  return stampedAt < NO_CLOCK_BEFORE || stampedAt > receivedAt + CLOCK_AHEAD_MS
}
