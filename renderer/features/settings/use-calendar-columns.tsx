import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { InertText } from '../../ui/mark/inert-text.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import type { CalendarRow } from './calendar-row.ts'

/** The columns of the table of calendars. */
export function useCalendarColumns(): TableColumn<CalendarRow>[] {
  const { t } = useTranslation('settings')
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('calendars.of'),
        fixed: true,
        width: 140,
        grow: 2,
        sortBy: (row) => row.name,
        cell: (row) => (
          <strong>
            <InertText text={row.name} max={80} />
          </strong>
        ),
      },
      {
        id: 'kind',
        title: t('calendars.kind'),
        width: 110,
        grow: 1,
        sortBy: (row) => t(`calendars.kinds.${row.kind}`),
        cell: (row) => t(`calendars.kinds.${row.kind}`),
      },
      {
        id: 'address',
        title: t('calendars.address'),
        width: 190,
        grow: 1,
        sortBy: (row) => row.feed?.updatedAt ?? null,
        cell: (row) =>
          row.feed === null ? (
            <span className="lp-soft">{t('calendars.closed')}</span>
          ) : (
            t('calendars.since', { day: format.day(row.feed.updatedAt) })
          ),
      },
    ],
    [t, format],
  )
}
