import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayFigures } from '../../../../shared/domain/report/day-figures.ts'
import { inWords } from '../../../i18n/format.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import type { Comparison } from './compare.ts'
import type { DayFigure, FigureUnit } from './day-figure.ts'

/** How a figure is told: its value, what belongs to it, and how it stands to the two other days. */
export interface FigureWords {
  readonly name: string
  readonly value: string
  readonly note: string
  readonly compared: readonly [dayBefore: string, weekBefore: string]
}

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Gives a figure of a day in words. */
export function useDayWords(isToday: boolean): (figure: DayFigure, of: DayFigures) => FigureWords {
  const { t } = useTranslation('reports')
  const format = useFormat()
  return useCallback(
    (figure, { day, connectors }) => {
      const { currency } = day
      const money = (minor: number) => format.money(minor, currency)
      const written = (value: number, unit: FigureUnit): string => {
        if (unit === 'money') return money(value)
        if (unit === 'energy') return inWords(format.energy(value))
        return unit === 'percent' ? inWords(format.percent(value)) : format.number(value)
      }
      const weekday = weekdayOf(day.date)
      const other = {
        dayBefore: t(isToday ? 'day.compare.yesterday' : 'day.compare.dayBefore'),
        weekBefore: t(isToday ? `day.compare.week${weekday}` : `day.compare.weekBefore${weekday}`),
      }
      const sentence = (to: Comparison, than: string): string => {
        if (to.is === 'same') return t('day.compare.same', { day: than })
        const by =
          figure.unit === 'percent'
            ? t('day.compare.points', { count: to.by })
            : written(to.by, figure.unit)
        const word = figure.unit === 'count' ? (`${to.is}Of` as const) : to.is
        return t(`day.compare.${word}`, { by, day: than })
      }
      const notes: Record<DayFigure['name'], () => string> = {
        revenue: () =>
          t('day.revenueNote', {
            ...{ taken: money(day.takenMinor), refunded: money(day.refundedMinor) },
          }),
        billed: () => t('day.billedNote', { net: money(day.netMinor), vat: money(day.vatMinor) }),
        energy: () => t('day.energyNote'),
        sessions: () => t('day.sessionsNote', { count: connectors }),
        use: () => t('day.useNote', { plugged: inWords(format.percent(day.pluggedPct)) }),
        noShows: () => t('day.noShowsNote'),
        refunds: () => t('day.refundsNote', { amount: money(day.refundedMinor) }),
      }
      return {
        name: t(`day.${figure.name}`),
        value: written(figure.value, figure.unit),
        note: notes[figure.name](),
        compared: [
          sentence(figure.toDayBefore, other.dayBefore),
          sentence(figure.toWeekBefore, other.weekBefore),
        ],
      }
    },
    [t, format, isToday],
  )
}

function weekdayOf(date: string): Weekday {
  const { dayOfWeek } = Temporal.PlainDate.from(date)
  const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
  return weekdays[dayOfWeek - 1] ?? 1
}
