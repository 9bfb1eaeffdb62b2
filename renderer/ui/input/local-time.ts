import type { Instant } from '../../../shared/time/instant.ts'
import { typedClock } from './typed-clock.ts'

/** An instant by the site's clock, to the minute: 2026-03-02T18:00. */
export function localTimeOf(at: Instant, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

/**
 * The instant that was typed as day and time of day; null when it is none. An hour that is skipped in spring is the
 * one after it, of one that comes twice in autumn it is the first.
 */
export function readLocalTime(typed: string, timeZone: string): Instant | null {
  const [day = '', written = ''] = typed.split('T')
  const clock = typedClock(written)
  if (clock === null) return null
  try {
    return Temporal.PlainDateTime.from(`${day}T${clock}`).toZonedDateTime(timeZone)
      .epochMilliseconds
  } catch {
    return null
  }
}
