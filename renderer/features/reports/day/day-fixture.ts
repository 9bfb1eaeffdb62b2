import type {
  DayFigures,
  DaySums,
  HourOfUse,
} from '../../../../shared/domain/report/day-figures.ts'
import { HOUR } from '../../../../shared/time/instant.ts'

/** A day on which 100 kr were paid in cash, 40 kr by card, and 10 kr given back. */
export function daySums(changes: Partial<DaySums> = {}): DaySums {
  return {
    ...{
      date: '2026-03-02',
      currency: 'SEK',
      netMinor: 11_200,
      vatMinor: 2_800,
      grossMinor: 14_000,
    },
    ...{ takenMinor: 14_000, refundedMinor: 1_000, energyWh: 38_000, sessions: 4, refunds: 1 },
    ...{ pluggedPct: 40, chargingPct: 25, noShows: 0 },
    byMeans: [
      { means: 'cash', takenMinor: 10_000, refundedMinor: 0, payments: 2 },
      { means: 'reader', takenMinor: 4_000, refundedMinor: 1_000, payments: 1 },
    ],
    ...changes,
  }
}

/** An hour in which nothing happened. */
export function hourOfUse(at: number, changes: Partial<HourOfUse> = {}): HourOfUse {
  return { at, pluggedPct: 0, chargingPct: 0, sessions: 0, byMeans: [], ...changes }
}

/** The figures of that day, the same as those of the days before it unless something is changed. */
export function dayFigures(changes: Partial<DayFigures> = {}): DayFigures {
  const fromAt = Date.parse('2026-03-01T23:00:00Z')
  return {
    ...{ day: daySums(), dayBefore: daySums(), weekBefore: daySums(), connectors: 12 },
    untilAt: fromAt + 24 * HOUR,
    hours: Array.from({ length: 24 }, (_, hour) => hourOfUse(fromAt + hour * HOUR)),
    ...changes,
  }
}
