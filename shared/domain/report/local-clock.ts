import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../../time/instant.ts'

/** Offsets change at full quarters of an hour (IANA time zone database, for all zones since 1972). */
const QUARTER = 15 * MINUTE

/** What a clock on the wall showed, to the second; what is less is left off. */
export interface LocalClock {
  /** `2026-03-29 03:00:00` */
  wallTime(at: Instant): string
  /** `+02:00` */
  offset(at: Instant): string
}

/** A site's clock, quick enough for a million rows: each quarter of an hour asks for its offset once. */
export function localClock(timeZone: string): LocalClock {
  const offsets = new Map<number, number>()
  const days = new Map<number, string>()
  /** Rows come in order of time, so the quarter is mostly the last one again. */
  let [lastQuarter, lastOffset] = [Number.NaN, 0]
  const offsetMs = (at: Instant): number => {
    const quarter = Math.floor(at / QUARTER)
    if (quarter === lastQuarter) return lastOffset
    let known = offsets.get(quarter)
    if (known === undefined) {
      const zoned = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER)
      known = zoned.toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6
      if (offsets.size >= KEPT) offsets.clear()
      offsets.set(quarter, known)
    }
    lastQuarter = quarter
    lastOffset = known
    return known
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

/** A year has 35,040 quarters. */
const KEPT = 50_000

const twoDigits = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'))

function two(value: number): string {
  return twoDigits[value] ?? String(value)
}
