import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Recurring } from '../../../shared/domain/booking/recurring.ts'
import { useRows } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import type { TableColumn } from '../../ui/table/table-column.ts'
import { aheadOf } from './ahead.ts'
import { useRuleWords } from './use-rule-words.ts'

/** The columns of the table of rules. */
export function useRuleColumns(): TableColumn<Recurring>[] {
  const { t } = useTranslation('recurring')
  const words = useRuleWords()
  const bookings = useRows('booking')
  const now = useNow(60_000)
  return useMemo(() => {
    const ahead = aheadOf(bookings, now)
    return [
      {
        id: 'days',
        title: t('column.days'),
        fixed: true,
        width: 104,
        grow: 1,
        sortBy: (row) => row.weekdays.join(''),
        cell: (row) => <strong>{words.days(row)}</strong>,
      },
      {
        id: 'times',
        title: t('column.times'),
        fixed: true,
        width: 96,
        sortBy: (row) => row.arrives,
        cell: (row) => words.times(row),
      },
      {
        id: 'vehicle',
        title: t('column.vehicle'),
        width: 112,
        grow: 1,
        sortBy: (row) => words.vehicle(row),
        cell: (row) =>
          row.vehicleId === null && row.plate === '' ? (
            <span className="lp-soft">{words.vehicle(row)}</span>
          ) : (
            words.vehicle(row)
          ),
      },
      {
        id: 'place',
        title: t('column.place'),
        width: 96,
        grow: 1,
        sortBy: (row) => words.place(row),
        cell: (row) =>
          row.stationId === null ? (
            <span className="lp-soft">{words.place(row)}</span>
          ) : (
            words.place(row)
          ),
      },
      {
        id: 'ahead',
        title: t('column.ahead'),
        width: 156,
        sortBy: (row) => ahead.get(row.id)?.all ?? 0,
        cell: (row) => {
          const { all, waiting } = ahead.get(row.id) ?? { all: 0, waiting: 0 }
          if (all === 0) return <span className="lp-soft">{t('ahead.none')}</span>
          return (
            <>
              {all}
              {waiting > 0 ? (
                <span className="lp-rule-waiting"> · {t('ahead.waiting', { count: waiting })}</span>
              ) : null}
            </>
          )
        },
      },
      {
        id: 'until',
        title: t('column.until'),
        width: 136,
        grow: 1,
        sortBy: (row) => row.lastOn,
        cell: (row) => words.until(row),
      },
      {
        id: 'need',
        title: t('column.need'),
        width: 120,
        grow: 1,
        cell: (row) => words.need(row),
      },
    ]
  }, [t, words, bookings, now])
}
