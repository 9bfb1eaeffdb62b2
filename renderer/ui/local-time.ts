import type { Instant } from '../../shared/time/instant.ts'

/** An instant as a date-and-time field wants it, by the site's clock: 2026-03-02T18:00. */
export function localTimeOf(at: Instant, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

/**
 * The instant that was typed into such a field; null when it is no time. An hour that is skipped in spring is the one
 * after it, of one that comes twice in autumn it is the first.
 */
export function readLocalTime(typed: string, timeZone: string): Instant | null {
  try {
    return Temporal.PlainDateTime.from(typed).toZonedDateTime(timeZone).epochMilliseconds
  } catch {
    return null
  }
}
