import type { Instant } from '../../time/instant.ts'
import type { WeeklyWindow } from './tariff.ts'

const DAY_MIN = 1_440

/** Whether an instant lies in one of the windows, by the clock of the zone; the end is no longer in it. */
export function isInHours(hours: readonly WeeklyWindow[], at: Instant, timeZone: string): boolean {
  const { dayOfWeek, hour, minute } =
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  const now = hour * 60 + minute
  const dayBefore = dayOfWeek === 1 ? 7 : dayOfWeek - 1
  return hours.some(({ weekdays, from, until }) => {
    const endsAt = until > from ? until : until + DAY_MIN
    return (
      (weekdays.includes(dayOfWeek) && from <= now && now < endsAt) ||
      (weekdays.includes(dayBefore) && now + DAY_MIN < endsAt)
    )
  })
}
