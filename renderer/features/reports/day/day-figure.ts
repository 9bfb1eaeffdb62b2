import type { DayFigures, DaySums } from '../../../../shared/domain/report/day-figures.ts'
import { compared } from './compare.ts'
import type { Comparison } from './compare.ts'

/** What a figure is, which says how it is written. */
export type FigureUnit = 'money' | 'energy' | 'count' | 'percent'

/** A figure of the day beside those that it is compared with. */
export interface DayFigure {
  readonly name: 'revenue' | 'billed' | 'energy' | 'sessions' | 'use' | 'noShows' | 'refunds'
  readonly unit: FigureUnit
  readonly value: number
  readonly toDayBefore: Comparison
  readonly toWeekBefore: Comparison
}

const told: readonly [DayFigure['name'], FigureUnit, (sums: DaySums) => number][] = [
  ['revenue', 'money', revenueOf],
  ['billed', 'money', ({ grossMinor }) => grossMinor],
  ['energy', 'energy', ({ energyWh }) => energyWh],
  ['sessions', 'count', ({ sessions }) => sessions],
  ['use', 'percent', ({ chargingPct }) => Math.round(chargingPct)],
  ['noShows', 'count', ({ noShows }) => noShows],
  ['refunds', 'count', ({ refunds }) => refunds],
]

/** What was taken less what was given back, minor units. */
export function revenueOf({ takenMinor, refundedMinor }: DaySums): number {
  return takenMinor - refundedMinor
}

/** The day's figures, the most asked for first. */
export function dayFigureList({ day, dayBefore, weekBefore }: DayFigures): DayFigure[] {
  return told.map(([name, unit, of]) => ({
    ...{ name, unit, value: of(day) },
    toDayBefore: compared(of(day), of(dayBefore)),
    toWeekBefore: compared(of(day), of(weekBefore)),
  }))
}

/** Whether nothing at all happened on a day. */
export function isBare(day: DaySums): boolean {
  const { sessions, takenMinor, refundedMinor, grossMinor, noShows, energyWh } = day
  return [sessions, takenMinor, refundedMinor, grossMinor, noShows, energyWh].every(
    (value) => value === 0,
  )
}
