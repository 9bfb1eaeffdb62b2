import type { HourOfUse } from '../../../../shared/domain/report/day-figures.ts'
import { type PaymentMeans, paymentMeans } from '../../../../shared/domain/payment/payment.ts'
import type { Instant } from '../../../../shared/time/instant.ts'

/** An hour of the day as it is drawn and written. Where it has not come yet, or nobody knows, there is null. */
export interface HourRow {
  readonly at: Instant
  /** Revenue of each means, minor units, by its place in the list of means. */
  readonly byMeans: readonly number[]
  readonly revenueMinor: number
  /** Measured at the connectors in that hour, Wh. */
  readonly energyWh: number | null
  readonly pluggedPct: number | null
  readonly chargingPct: number | null
  readonly sessions: number
}

/** What a curve says of an hour that begins at an instant, Wh. */
export type EnergyAt = ReadonlyMap<Instant, number | null>

/** The hours of a day with all that is told of them. Of those that begin after `untilAt` nothing is known. */
export function hourRows(
  hours: readonly HourOfUse[],
  energyAt: EnergyAt,
  untilAt: Instant,
): HourRow[] {
  return hours.map(({ at, byMeans, pluggedPct, chargingPct, sessions }) => {
    const hasBegun = at < untilAt
    const moved = new Map(byMeans.map(({ means, netMinor }) => [means, netMinor]))
    return {
      at,
      byMeans: paymentMeans.options.map((means) => moved.get(means) ?? 0),
      revenueMinor: byMeans.reduce((sum, { netMinor }) => sum + netMinor, 0),
      energyWh: hasBegun ? (energyAt.get(at) ?? null) : null,
      pluggedPct: hasBegun ? pluggedPct : null,
      chargingPct: hasBegun ? chargingPct : null,
      sessions,
    }
  })
}

/** The means that moved on the day, in the one order in which means are always drawn. */
export function meansThatMoved(rows: readonly HourRow[]): PaymentMeans[] {
  return paymentMeans.options.filter((_, at) => rows.some(({ byMeans }) => byMeans[at] !== 0))
}

/** What the hours add up to; shares don't. */
export function sumOfHours(
  rows: readonly HourRow[],
): Omit<HourRow, 'at' | 'pluggedPct' | 'chargingPct'> {
  const known = rows.flatMap(({ energyWh }) => energyWh ?? [])
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return {
    byMeans: paymentMeans.options.map((_, at) => sum(rows.map(({ byMeans }) => byMeans[at] ?? 0))),
    revenueMinor: sum(rows.map(({ revenueMinor }) => revenueMinor)),
    energyWh: known.length === 0 ? null : sum(known),
    sessions: sum(rows.map(({ sessions }) => sessions)),
  }
}
