import { DAY, MINUTE, type Instant } from '../../time/instant.ts'

/** A stretch during which the site's clock is ahead of UTC by the same time. */
export interface OffsetSpan {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly offsetMs: number
}

/** What the site's clock shows from an instant until another, by the minute it begins with. */
export interface WallPiece {
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** Days since 1 January 1970. */
  readonly day: number
  /** ISO 8601: 1 is Monday. */
  readonly weekday: number
  /** 0 to 1439. */
  readonly minute: number
}

/** How far the site's clock is ahead of UTC between two instants, in order and without a gap. */
export function offsetsOver(from: Instant, until: Instant, timeZone: string): OffsetSpan[] {
  const spans: OffsetSpan[] = []
  let zoned = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone)
  for (let startsAt = from; startsAt < until;) {
    const next = zoned.getTimeZoneTransition('next')
    const endsAt = Math.min(until, next?.epochMilliseconds ?? until)
    spans.push({ startsAt, endsAt, offsetMs: zoned.offsetNanoseconds / 1_000_000 })
    startsAt = endsAt
    if (next !== null) zoned = next
  }
  return spans
}

/** The offset that holds at an instant, ms; before the first span the first one's, after the last the last one's. */
export function offsetAt(spans: readonly OffsetSpan[], at: Instant): number {
  const span = spans.find(({ endsAt }) => at < endsAt) ?? spans.at(-1)
  return span?.offsetMs ?? 0
}

/**
 * Time between two instants, cut wherever the site's clock shows one of the minutes of the day, at midnight, and where
 * the clock is put forward or back. In order and without a gap.
 */
export function wallPieces(
  from: Instant,
  until: Instant,
  timeZone: string,
  cutMinutes: readonly number[],
): WallPiece[] {
  const cuts = [...new Set([0, ...cutMinutes])]
    .filter((minute) => minute < DAY / MINUTE)
    .sort((one, other) => one - other)
  const pieces: WallPiece[] = []
  for (const { startsAt, endsAt, offsetMs } of offsetsOver(from, until, timeZone))
    for (let at = startsAt; at < endsAt;) {
      const { day, weekday, minute, midnightAt } = shownAt(at, offsetMs)
      const nextCut = cuts.find((cut) => midnightAt + cut * MINUTE > at)
      const cutAt = nextCut === undefined ? midnightAt + DAY : midnightAt + nextCut * MINUTE
      const pieceEndsAt = Math.min(endsAt, cutAt)
      pieces.push({ startsAt: at, endsAt: pieceEndsAt, day, weekday, minute })
      at = pieceEndsAt
    }
  return pieces
}

/** What a clock that is so far ahead of UTC shows, and when its day began. */
export function shownAt(
  at: Instant,
  offsetMs: number,
): { day: number; weekday: number; minute: number; midnightAt: Instant } {
  const shown = at + offsetMs
  const day = Math.floor(shown / DAY)
  const minute = Math.floor((shown - day * DAY) / MINUTE)
  // 1 January 1970 was a Thursday.
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1
  return { day, weekday, minute, midnightAt: day * DAY - offsetMs }
}
