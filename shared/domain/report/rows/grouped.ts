import type { Instant } from '../../../time/instant.ts'
import type { Cells } from '../column.ts'
import { localDayOf, type Stretch, unitAt } from '../period.ts'
import type { ReportSpec } from '../spec.ts'

/** What rows that are sums have in common: the days that they are over. */
export interface Grouped {
  readonly firstDay: string
  readonly lastDay: string
}

/** How facts are summed up. */
export interface Grouping<Facts, Sum> {
  readonly atOf: (facts: Facts) => Instant
  /** The sums that something counts in, each under a key: its place among the others. */
  readonly partsOf: (
    facts: Facts,
    days: Grouped,
  ) => Iterable<{
    readonly key: string
    readonly first: () => Sum
    readonly add: (sum: Sum) => void
  }>
}

/** Sums of a whole period, or of each of its units. */
export interface Groups<Facts, Sum> {
  add(facts: Facts): void
  /** In order of time, then of their keys. */
  sums(): Sum[]
}

export const stretchCells: Cells<Grouped> = {
  first_day: ({ firstDay }) => firstDay,
  last_day: ({ lastDay }) => lastDay,
}

/**
 * Sums up facts as they come. Each counts in one stretch of time alone, so the sums of two periods that meet are those
 * of both together.
 */
export function groups<Facts, Sum>(
  { atOf, partsOf }: Grouping<Facts, Sum>,
  whole: Stretch,
  groupBy: ReportSpec['groupBy'],
  timeZone: string,
): Groups<Facts, Sum> {
  const sums = new Map<string, Sum>()
  let current: Stretch & { readonly days: Grouped; readonly key: string } = {
    ...whole,
    days: daysOf(whole, timeZone),
    key: '',
  }
  const stretchAt = (at: Instant): typeof current => {
    if (
      groupBy === 'period' ||
      (at >= current.fromAt && at < current.untilAt && current.key !== '')
    )
      return current
    const unit = unitAt(at, groupBy, timeZone)
    const fromAt = Math.max(whole.fromAt, unit.fromAt)
    const untilAt = Math.min(whole.untilAt, unit.untilAt)
    const days = daysOf({ fromAt, untilAt }, timeZone)
    return { fromAt, untilAt, days, key: String(fromAt).padStart(16, '0') }
  }
  return {
    add(facts) {
      current = stretchAt(atOf(facts))
      for (const { key, first, add } of partsOf(facts, current.days)) {
        const place = `${current.key} ${key}`
        let sum = sums.get(place)
        if (sum === undefined) sums.set(place, (sum = first()))
        add(sum)
      }
    },
    sums: () => [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum),
  }
}

function daysOf({ fromAt, untilAt }: Stretch, timeZone: string): Grouped {
  return {
    firstDay: localDayOf(fromAt, timeZone),
    lastDay: localDayOf(Math.max(fromAt, untilAt - 1), timeZone),
  }
}
