import type { DayFigures, DaySums } from '../../../shared/domain/report/day-figures.ts'
import { stretchOf } from '../../../shared/domain/report/period.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { FakeStore } from './fake-store.ts'

const allMeans = ['cash', 'reader', 'swish', 'checkout', 'invoice'] as const

/** How busy an hour of a garage is, 0 to 1: quiet at night, busiest in the afternoon. */
const busy = (hour: number) => Math.max(0, Math.sin(((hour - 5) / 18) * Math.PI)) ** 1.5

/** A day's figures as a garage may have them; a day to come has none. */
export function fakeDay(date: string, timeZone: string, { rows }: FakeStore): DayFigures {
  const now = Date.now()
  const connectors = rows.connector.filter(({ connectorId }) => connectorId > 0).length
  const stretchAt = (daysAgo: number) => {
    const day = Temporal.PlainDate.from(date).subtract({ days: daysAgo }).toString()
    return { day, ...stretchOf({ is: 'calendar', unit: 'day', day }, { timeZone, now }) }
  }
  const { fromAt, untilAt } = stretchAt(0)
  const counted = Math.max(0, Math.min(now, untilAt) - fromAt)
  const sums = (daysAgo: number): DaySums => {
    const { day, fromAt: begins } = stretchAt(daysAgo)
    const hours = hoursOf(begins, begins + counted, connectors)
    const byMeans = allMeans.map((one) => {
      const takenMinor = sum(hours.map((hour) => amountOf(hour.byMeans, one)))
      const refundedMinor = one === 'reader' ? Math.round(takenMinor / 40) : 0
      return { means: one, takenMinor, refundedMinor, payments: Math.ceil(takenMinor / 18_000) }
    })
    const grossMinor = Math.round(sum(byMeans.map(({ takenMinor }) => takenMinor)) * 1.02)
    const vatMinor = Math.round(grossMinor / 5)
    return {
      ...{ date: day, currency: 'SEK', grossMinor, vatMinor, netMinor: grossMinor - vatMinor },
      takenMinor: sum(byMeans.map(({ takenMinor }) => takenMinor)),
      refundedMinor: sum(byMeans.map(({ refundedMinor }) => refundedMinor)),
      byMeans: byMeans.filter(({ takenMinor }) => takenMinor > 0),
      energyWh: Math.round(grossMinor * 2.1),
      sessions: sum(hours.map(({ sessions }) => sessions)),
      pluggedPct: mean(hours.map(({ pluggedPct }) => pluggedPct)),
      chargingPct: mean(hours.map(({ chargingPct }) => chargingPct)),
      noShows: grossMinor === 0 ? 0 : Math.round(begins / 86_400_000) % 4,
      refunds: grossMinor === 0 ? 0 : 1,
    }
  }
  return {
    untilAt: Math.min(untilAt, Math.max(fromAt, now)),
    day: sums(0),
    dayBefore: sums(1),
    weekBefore: sums(7),
    hours: hoursOf(fromAt, untilAt, connectors, fromAt + counted),
    connectors,
  }
}

function hoursOf(fromAt: Instant, untilAt: Instant, connectors: number, known = untilAt) {
  const count = Math.ceil((untilAt - fromAt) / HOUR)
  return Array.from({ length: count }, (_, hour) => {
    const at = fromAt + hour * HOUR
    const much = at >= known || connectors === 0 ? 0 : busy(hour) * (0.8 + ((at / HOUR) % 7) / 20)
    const byMeans = allMeans.map((one, index) => ({
      means: one,
      netMinor: Math.round((much * 40_000 * (5 - index)) / (4 + ((hour * 3 + index) % 5))),
    }))
    return {
      at,
      pluggedPct: Math.min(100, Math.round(much * 92)),
      chargingPct: Math.round(much * 61),
      sessions: Math.round(much * connectors * 0.6),
      byMeans: byMeans.filter(({ netMinor }) => netMinor !== 0),
    }
  })
}

function amountOf(of: readonly { means: string; netMinor: number }[], means: string): number {
  return of.find((one) => one.means === means)?.netMinor ?? 0
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function mean(values: readonly number[]): number {
  return Math.round(sum(values) / Math.max(1, values.length))
}
