import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../../time/instant.ts'
import { offsetsOver, type OffsetSpan } from '../site/wall-clock.ts'

const CLOCK = String.raw`(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<second>\d{2})(?:[.,]\d{1,9})?)?`
const OFFSET = String.raw`(?<offset>Z|[+-]\d{2}:?\d{2})`
const REST = String.raw`(?:(?:T|\s+(?:kl\.?\s*)?)${CLOCK}\s*${OFFSET}?)?$`
const YEAR_FIRST = new RegExp(
  String.raw`^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})${REST}`,
  'i',
)
const DAY_FIRST = new RegExp(
  String.raw`^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})${REST}`,
  'i',
)
/** What comes after the start in a cell that tells a whole stretch: `00:00 - 01:00`. */
const UNTIL = /\s+[-–]\s.*$/
const HOUR_CELL = /^(\d{1,2})(?:[:.](\d{2}))?(?:[:.]\d{2})?\s*(?:[-–].*)?$/

/** A written time: exact, or what a clock on the wall shows, as ms since 1970 by that clock. */
export type WrittenTime =
  | { readonly kind: 'exact'; readonly at: Instant }
  | { readonly kind: 'wall'; readonly shownMs: number }

/**
 * Reads a time such as `2026-10-25 02:00`, `2026-10-25T02:00+02:00` or `25.10.2026 02:00 - 25.10.2026 03:00`, of which
 * the first counts; null when it is none. Much faster than `readMoment`, for files of a year of quarters.
 */
export function readWrittenTime(cell: string): WrittenTime | null {
  const text = cell.replace(UNTIL, '').trim()
  const found = (YEAR_FIRST.exec(text) ?? DAY_FIRST.exec(text))?.groups
  if (!found) return null
  const midnightMs = dayMs(Number(found['year']), Number(found['month']), Number(found['day']))
  const clockMs = clockTime(
    Number(found['hour'] ?? 0),
    Number(found['minute'] ?? 0),
    Number(found['second'] ?? 0),
  )
  if (midnightMs === null || clockMs === null) return null
  const shownMs = midnightMs + clockMs
  const { offset } = found
  if (offset === undefined) return { kind: 'wall', shownMs }
  return { kind: 'exact', at: shownMs - offsetMs(offset) }
}

/** The ms since midnight in a cell such as `14`, `14:00` or `14-15`; null when it is no time of day. */
export function readClockCell(cell: string): number | null {
  const [, hour, minute = '0'] = HOUR_CELL.exec(cell.trim()) ?? []
  return hour === undefined ? null : clockTime(Number(hour), Number(minute), 0)
}

/** The instants at which a site's clock shows what was written, the first first: none where it skips it, or two. */
export function wallReader(timeZone: string): (shownMs: number) => Instant[] {
  const spansOfYear = new Map<number, OffsetSpan[]>()
  return (shownMs) => {
    const year = new Date(shownMs).getUTCFullYear()
    let spans = spansOfYear.get(year)
    if (spans === undefined) {
      spans = offsetsOver(Date.UTC(year, 0, 1) - DAY, Date.UTC(year + 1, 0, 1) + DAY, timeZone)
      spansOfYear.set(year, spans)
    }
    const instants: Instant[] = []
    for (const { startsAt, endsAt, offsetMs: ahead } of spans) {
      const at = shownMs - ahead
      if (startsAt <= at && at < endsAt) instants.push(at)
    }
    return instants
  }
}

function dayMs(year: number, month: number, day: number): number | null {
  if (year < 1_990 || year > 2_200) return null
  const ms = Date.UTC(year, month - 1, day)
  const read = new Date(ms)
  // 31 April would silently be 1 May.
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === day ? ms : null
}

/** 24:00 is the end of the day. */
function clockTime(hour: number, minute: number, second: number): number | null {
  if (minute > 59 || second > 59 || hour > 24) return null
  const ms = hour * HOUR + minute * MINUTE + second * SECOND
  return ms > DAY ? null : ms
}

function offsetMs(offset: string): number {
  if (/^z$/i.test(offset)) return 0
  const digits = offset.slice(1).replace(':', '')
  const ms = Number(digits.slice(0, 2)) * HOUR + Number(digits.slice(2)) * MINUTE
  return offset.startsWith('-') ? -ms : ms
}
