import { Button, Select } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../i18n/locale.ts'
import { FilterChip } from '../../ui/table/filter-chip.tsx'
import { FilterSelect } from '../../ui/table/filter-select.tsx'
import { inert } from '../../ui/mark/inert.ts'
import { SearchField } from '../../ui/table/search-field.tsx'
import { everyCar, valuesOf } from './readiness-filter.ts'
import type { ReadinessRow } from './readiness-row.ts'
import { horizons, narrow, useReadinessView } from './readiness-view.ts'

/** What narrows the board. */
export function ReadinessToolbar({
  rows,
  troubled,
}: {
  rows: readonly ReadinessRow[]
  troubled: number
}) {
  const { t } = useTranslation('readiness')
  const language = useLocale((locale) => locale.language)
  const filter = useReadinessView((view) => view.filter)
  const horizonH = useReadinessView((view) => view.horizonH)
  const zones = useMemo(() => choices(rows, 'zone', language), [rows, language])
  const customers = useMemo(() => choices(rows, 'customer', language), [rows, language])
  return (
    <>
      <SearchField
        value={filter.search}
        label={t('filter.search')}
        width={200}
        onChange={(search) => narrow({ search })}
      />
      <Select
        size="sm"
        w={150}
        aria-label={t('filter.horizon')}
        allowDeselect={false}
        value={String(horizonH)}
        data={horizons.map((hours) => ({
          value: String(hours),
          label: t('filter.hours', { hours }),
        }))}
        onChange={(value) =>
          useReadinessView.setState({
            horizonH: horizons.find((hours) => String(hours) === value) ?? 24,
          })
        }
      />
      <FilterSelect
        label={t('filter.zone')}
        every={t('filter.everyZone')}
        width={160}
        searchable
        value={filter.zone}
        data={zones}
        onChange={(zone) => narrow({ zone })}
      />
      <FilterSelect
        label={t('filter.customer')}
        every={t('filter.everyCustomer')}
        width={160}
        searchable
        value={filter.customer}
        data={customers}
        onChange={(customer) => narrow({ customer })}
      />
      <FilterChip
        label={t('filter.trouble')}
        count={troubled}
        pressed={filter.trouble}
        onPress={() => narrow({ trouble: !filter.trouble })}
      />
      {JSON.stringify(filter) === JSON.stringify(everyCar) ? null : (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => narrow(everyCar)}>
          {t('filter.clear')}
        </Button>
      )}
    </>
  )
}

function choices(rows: readonly ReadinessRow[], column: 'zone' | 'customer', language: string) {
  return valuesOf(rows, column, language).map((value) => ({
    value,
    label: inert(value, 60).text,
  }))
}
