import type { Instant } from '../../../shared/time/instant.ts'

/** The stretches of days a list can be narrowed to, counted in the site's own calendar. */
export const periods = [
  'all',
  'today',
  'yesterday',
  'last7Days',
  'last30Days',
  'thisMonth',
  'lastMonth',
] as const
export type NamedPeriod = (typeof periods)[number]

/** A period: one that has a name, or the days from `first` to `last`, both included (ISO dates). */
export type Period = NamedPeriod | { first: string; last: string }

/** From an instant included to an instant not included; open where absent. */
export type Stretch = { from?: Instant; until?: Instant }

/** The site's day at an instant. */
export function dayAt(at: Instant, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate()
}

/**
 * The instants a period spans at a site. Days begin at the site's midnight, so a day when the clocks change
 * has 23 or 25 hours.
 */
export function stretchOf(period: Period, now: Instant, timeZone: string): Stretch {
  if (period === 'all') return {}
  const [first, last] = days(period, dayAt(now, timeZone))
  return { from: midnight(first, timeZone), until: midnight(last.add({ days: 1 }), timeZone) }
}

function days(
  period: Exclude<Period, 'all'>,
  today: Temporal.PlainDate,
): [Temporal.PlainDate, Temporal.PlainDate] {
  if (typeof period === 'object') {
    const ends = [Temporal.PlainDate.from(period.first), Temporal.PlainDate.from(period.last)]
    const [first = today, last = today] = ends.toSorted(Temporal.PlainDate.compare)
    return [first, last]
  }
  const monthStart = today.with({ day: 1 })
  switch (period) {
    case 'today':
      return [today, today]
    case 'yesterday':
      return [today.subtract({ days: 1 }), today.subtract({ days: 1 })]
    case 'last7Days':
      return [today.subtract({ days: 6 }), today]
    case 'last30Days':
      return [today.subtract({ days: 29 }), today]
    case 'thisMonth':
      return [monthStart, monthStart.add({ months: 1 }).subtract({ days: 1 })]
    case 'lastMonth':
      return [monthStart.subtract({ months: 1 }), monthStart.subtract({ days: 1 })]
  }
}

function midnight(day: Temporal.PlainDate, timeZone: string): Instant {
  return day.toZonedDateTime(timeZone).epochMilliseconds
}
