import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../../time/instant.ts'

/** What a clock on the wall showed, to the second; what is less is left off. */
export interface LocalClock {
  /** `2026-03-29 03:00:00` */
  wallTime(at: Instant): string
  /** `+02:00` */
  offset(at: Instant): string
}

/** A site's clock, quick enough for a million rows: it asks for an offset once until the clock is put forward or back. */
export function localClock(timeZone: string): LocalClock {
  const days = new Map<number, string>()
  /** Where the last offset is known to hold: rows come about in order of time. */
  let span = { startsAt: Infinity, endsAt: -Infinity, offsetMs: 0 }
  const offsetMs = (at: Instant): number => {
    if (at >= span.startsAt && at < span.endsAt) return span.offsetMs
    const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
    span = {
      startsAt: at,
      endsAt: zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
      offsetMs: zoned.offsetNanoseconds / 1e6,
    }
    return span.offsetMs
  }
  let told = { ms: Number.NaN, text: '' }
  return {
    wallTime(at) {
      const local = Math.floor((at + offsetMs(at)) / SECOND) * SECOND
      const number = Math.floor(local / DAY)
      let day = days.get(number)
      if (day === undefined) {
        day = new Date(number * DAY).toISOString().slice(0, 10)
        if (days.size >= KEPT) days.clear()
        days.set(number, day)
      }
      const ms = local - number * DAY
      const minute = Math.floor(ms / MINUTE) % 60
      return `${day} ${two(Math.floor(ms / HOUR))}:${two(minute)}:${two(Math.floor(ms / SECOND) % 60)}`
    },
    offset(at) {
      const ms = offsetMs(at)
      if (ms === told.ms) return told.text
      const minutes = Math.round(Math.abs(ms) / MINUTE)
      const text = `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
      told = { ms, text }
      return text
    },
  }
}

/** Days that are kept by name: some years of them. */
const KEPT = 5_000

const twoDigits = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'))

function two(value: number): string {
  return twoDigits[value] ?? String(value)
}
