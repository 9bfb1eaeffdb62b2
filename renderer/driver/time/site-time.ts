import { DAY, type Instant, MINUTE } from '../../../shared/time/instant.ts'

/** A day and a clock time as the clock on the site's wall has them, as inputs of type `date` and `time` write them. */
export interface Wall {
  /** yyyy-mm-dd */
  readonly date: string
  /** hh:mm */
  readonly time: string
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** What the clock on the wall shows in a time zone. (Phones lack Temporal.) */
export function wallOf(at: Instant, timeZone: string): Wall {
  const text = new Date(at + offsetAt(at, timeZone)).toISOString()
  return { date: text.slice(0, 10), time: text.slice(11, 16) }
}

/**
 * When the clock on the wall shows that; null where it is no date or time. As Temporal has it by default: of two such
 * times in the night when clocks go back the first; one that a clock leaps over is as much later as it leaps.
 */
export function instantOf({ date, time }: Wall, timeZone: string): Instant | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d/.test(time)) return null
  const asUtc = Date.parse(`${date}T${time.slice(0, 5)}:00Z`)
  // The 31st of February is read as the 3rd of March.
  if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(date)) return null
  const before = offsetAt(asUtc - DAY, timeZone)
  const after = offsetAt(asUtc + DAY, timeZone)
  const shown = [before, after]
    .filter((offset) => offsetAt(asUtc - offset, timeZone) === offset)
    .map((offset) => asUtc - offset)
  return shown.length === 0 ? asUtc - before : Math.min(...shown)
}

/** Whole days between two days of the wall's calendar: 1 for tomorrow. */
export function daysBetween(from: Instant, to: Instant, timeZone: string): number {
  const day = (at: Instant) => Date.parse(`${wallOf(at, timeZone).date}T00:00:00Z`)
  return Math.round((day(to) - day(from)) / DAY)
}

/** Clocks are set at quarters of an hour alone, so that one answer does for all instants of a quarter. */
const QUARTER = 15 * MINUTE
const offsets = new Map<string, number>()

/** How far a zone's clock is ahead of UTC, ms. */
function offsetAt(at: Instant, timeZone: string): number {
  const quarter = Math.floor(at / QUARTER) * QUARTER
  const key = `${timeZone} ${quarter}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const offset = timeZone === 'UTC' ? 0 : shownAt(quarter, timeZone) - quarter
  offsets.set(key, offset)
  return offset
}

/** What a zone's clock shows, taken for UTC. */
function shownAt(at: Instant, timeZone: string): Instant {
  let format = formats.get(timeZone)
  if (format === undefined) {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit' } as const
    format = new Intl.DateTimeFormat('en-US', {
      ...parts,
      ...{ minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone },
    })
    formats.set(timeZone, format)
  }
  const shown = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const of = (type: Intl.DateTimeFormatPartTypes) => shown.get(type) ?? '00'
  return Date.parse(
    `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}Z`,
  )
}
