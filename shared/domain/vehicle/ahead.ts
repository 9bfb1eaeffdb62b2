import type { Booking } from '../booking/booking.ts'
import { holdingStates, presentStates } from '../booking/states.ts'
import type { Recurring } from '../booking/recurring.ts'
import type { Instant } from '../../time/instant.ts'

/** Whether a booking still has something before it: its car stands there, or is to come before the window ends. */
export function isAhead(booking: Pick<Booking, 'state' | 'departsAt'>, now: Instant): boolean {
  if (presentStates.has(booking.state)) return true
  return holdingStates.has(booking.state) && booking.departsAt > now
}

/**
 * Whether a rule still makes bookings.
 * @param today the site's day, yyyy-mm-dd
 */
export function isRunning(rule: Pick<Recurring, 'endedAt' | 'lastOn'>, today: string): boolean {
  return rule.endedAt === null && (rule.lastOn === null || rule.lastOn >= today)
}
