import { IconCalendarShare } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useRows } from '../../live/use-live.ts'
import { useQuery } from '../../live/use-query.ts'
import { navigate } from '../../navigation/use-route.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { EmptyState } from '../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { inert } from '../../ui/mark/inert.ts'
import { Screen } from '../../ui/frame/screen.tsx'
import { SearchField } from '../../ui/table/search-field.tsx'
import { RowSkeletons } from '../../ui/frame/skeletons.tsx'
import { CalendarInspector } from './calendar-inspector.tsx'
import { calendarRows } from './calendar-row.ts'
import { useCalendarColumns } from './use-calendar-columns.tsx'

/** The calendars that other programs may fetch, of stations and customers; the address is in the inspector. */
export function CalendarsSection({ open }: { open: string | null }) {
  const { t } = useTranslation('settings')
  const hub = useClient()
  const feeds = useQuery('calendar.list', (signal) => hub.calendar.list(undefined, { signal }))
  const stations = useRows('station')
  const customers = useRows('customer')
  const columns = useCalendarColumns()
  const [typed, setTyped] = useState('')
  const rows = useMemo(
    () => calendarRows(stations, customers, feeds.data?.rows ?? []),
    [stations, customers, feeds.data],
  )
  const wanted = typed.trim().toLowerCase()
  const found = rows.filter(({ name }) => name.toLowerCase().includes(wanted))
  const opened = rows.find(({ id }) => id === open) ?? null
  const go = (id?: string) =>
    navigate({ screen: 'settings', section: 'calendars', ...(id ? { open: id } : {}) })
  return (
    <Screen
      title={t('sections.calendars')}
      summary={t('calendars.count', { count: rows.filter(({ feed }) => feed !== null).length })}
      actions={
        rows.length > 0 ? (
          <SearchField label={t('calendars.search')} value={typed} onChange={setTyped} />
        ) : null
      }
      inspector={
        opened && feeds.data ? (
          <CalendarInspector
            key={opened.id}
            row={opened}
            onChanged={feeds.reload}
            onClose={() => go()}
          />
        ) : null
      }
    >
      {feeds.state === 'failed' ? <ErrorNote error={feeds.error} onRetry={feeds.reload} /> : null}
      {feeds.state === 'loading' ? (
        <RowSkeletons />
      ) : (
        <DataTable
          name="calendars"
          label={t('sections.calendars')}
          rows={found}
          columns={columns}
          rowId={(row) => row.id}
          selectedId={open}
          initialSort={{ columnId: 'name', descending: false }}
          onOpen={(row) => go(row.id)}
          empty={
            rows.length === 0 ? (
              <EmptyState
                icon={<IconCalendarShare size={40} stroke={1.5} />}
                title={t('calendars.none')}
              >
                {t('calendars.noneHint')}
              </EmptyState>
            ) : (
              <EmptyState title={t('calendars.noneFound')}>
                {t('calendars.noneFoundHint', { typed: inert(typed, 40).text })}
              </EmptyState>
            )
          }
        />
      )}
    </Screen>
  )
}
