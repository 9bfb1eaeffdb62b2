import { Button, SegmentedControl } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRows } from '../../live/use-live.ts'
import { FilterSelect } from '../../ui/table/filter-select.tsx'
import { inert } from '../../ui/mark/inert.ts'
import { SearchField } from '../../ui/table/search-field.tsx'
import { PeriodSelect } from '../../ui/input/period-select.tsx'
import { everyTransaction, narrow, useTransactionsView } from './transactions-view.ts'

/** What narrows the list of transactions. */
export function TransactionsToolbar({ today }: { today: string }) {
  const { t } = useTranslation('transactions')
  const filter = useTransactionsView((view) => view.filter)
  const stations = useRows('station')
  const tokens = useRows('idToken')
  const stationChoices = useMemo(
    () =>
      stations
        .map((station) => ({ value: station.id, label: inert(station.name, 60).text }))
        .toSorted((a, b) => a.label.localeCompare(b.label, undefined, { numeric: true })),
    [stations],
  )
  const tokenChoices = useMemo(
    () =>
      tokens
        .map(({ idToken, label }) => ({
          value: idToken,
          label: inert(label ? `${idToken} · ${label}` : idToken, 80).text,
        }))
        .toSorted((a, b) => a.label.localeCompare(b.label)),
    [tokens],
  )
  const narrowed = JSON.stringify(filter) !== JSON.stringify(everyTransaction)
  return (
    <>
      <SearchField
        value={filter.search}
        label={t('search')}
        width={210}
        onChange={(search) => narrow({ search })}
      />
      <SegmentedControl
        aria-label={t('filter.state')}
        value={filter.state ?? 'all'}
        data={[
          { value: 'all', label: t('filter.all') },
          { value: 'active', label: t('filter.active') },
          { value: 'finished', label: t('filter.finished') },
        ]}
        onChange={(value) =>
          narrow({ state: value === 'active' || value === 'finished' ? value : null })
        }
      />
      <PeriodSelect value={filter.period} today={today} onChange={(period) => narrow({ period })} />
      <FilterSelect
        width={170}
        label={t('filter.station')}
        every={t('filter.everyStation')}
        searchable
        value={filter.stationId}
        data={stationChoices}
        onChange={(stationId) => narrow({ stationId })}
      />
      <FilterSelect
        width={170}
        label={t('filter.idToken')}
        every={t('filter.everyToken')}
        searchable
        value={filter.idToken}
        data={tokenChoices}
        onChange={(idToken) => narrow({ idToken })}
      />
      {narrowed ? (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={() => narrow(everyTransaction)}
        >
          {t('filter.clear')}
        </Button>
      ) : null}
    </>
  )
}
