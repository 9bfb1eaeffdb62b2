import type { Instant } from '../../time/instant.ts'

/** What a written time comes to. `skipped`: the clocks go forward over it; `repeated`: it comes twice that night. */
export type Moment =
  | { readonly kind: 'at'; readonly at: Instant; readonly repeated: boolean }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'unreadable' }

const LOCAL =
  /^(?<date>\d{4}-\d{2}-\d{2})(?:T|\s+(?:kl\.?\s*)?)(?<hour>\d{1,2})[:.](?<rest>\d{2}(?::\d{2}(?:\.\d{1,9})?)?)$/i
const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/
const OFFSET =
  /^(?<date>\d{4}-\d{2}-\d{2})[T\s]\s*(?<time>\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(?<offset>Z|[+-]\d{2}:?\d{2})$/i

/**
 * A time as ISO 8601 or people in Sweden write it: `2026-11-26 18:00`, `2026-11-26T18:00:00`, by the site's clock, or
 * with an offset of its own. An hour that comes twice, as clocks go back, is the first of the two.
 */
export function readMoment(written: string, timeZone: string): Moment {
  const text = written.trim()
  const exact = OFFSET.exec(text)?.groups
  if (exact) {
    const iso = `${exact['date']}T${exact['time']}${exact['offset']?.toUpperCase()}`
    return attempt(() => at(Temporal.Instant.from(iso).epochMilliseconds))
  }
  const local = LOCAL.exec(text)?.groups
  if (!local) return { kind: 'unreadable' }
  const iso = `${local['date']}T${local['hour']?.padStart(2, '0')}:${local['rest']}`
  return attempt(() =>
    byTheClock(Temporal.PlainDateTime.from(iso, { overflow: 'reject' }), timeZone),
  )
}

/** The end of a day by the site's clock, for `valid through this day`; a time of day is taken as it is. */
export function readLastDay(written: string, timeZone: string): Moment {
  const text = written.trim()
  if (!DAY_ONLY.test(text)) return readMoment(text, timeZone)
  return attempt(() => {
    const next = Temporal.PlainDate.from(text, { overflow: 'reject' }).add({ days: 1 })
    return at(next.toZonedDateTime(timeZone).epochMilliseconds)
  })
}

/** A time of day as `hh:mm`; undefined when it is none. */
export function readClock(written: string): string | undefined {
  const match = /^(?:kl\.?\s*)?(\d{1,2})[:.](\d{2})(?::00)?$/i.exec(written.trim())
  if (!match) return undefined
  const text = `${match[1]?.padStart(2, '0')}:${match[2]}`
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : undefined
}

function byTheClock(plain: Temporal.PlainDateTime, timeZone: string): Moment {
  const earlier = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  if (!earlier.toPlainDateTime().equals(plain)) return { kind: 'skipped' }
  const later = plain.toZonedDateTime(timeZone, { disambiguation: 'later' })
  return at(earlier.epochMilliseconds, later.epochMilliseconds !== earlier.epochMilliseconds)
}

const at = (instant: Instant, repeated = false): Moment => ({ kind: 'at', at: instant, repeated })

/** Temporal says with a RangeError that there is no such day or hour. */
function attempt(read: () => Moment): Moment {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'unreadable' }
    throw error
  }
}
