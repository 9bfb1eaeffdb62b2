import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRows } from '../../../live/use-live.ts'
import { customerChoices } from '../../../ui/input/fleet-choices.ts'
import { FilterSelect } from '../../../ui/table/filter-select.tsx'
import { SearchField } from '../../../ui/table/search-field.tsx'
import { type InvoiceFilter, standingNamed } from './invoice-filter.ts'
import { invoiceStandings } from './invoice-look.ts'

/** Narrows the list of invoices. */
export function InvoiceToolbar({
  filter,
  onChange,
}: {
  filter: InvoiceFilter
  onChange: (change: Partial<InvoiceFilter>) => void
}) {
  const { t } = useTranslation('invoice')
  const customers = useRows('customer')
  const choices = useMemo(
    () => customerChoices(customers, filter.customerId),
    [customers, filter.customerId],
  )
  return (
    <>
      <SearchField
        value={filter.search}
        label={t('search')}
        width={220}
        onChange={(search) => onChange({ search })}
      />
      <FilterSelect
        label={t('filter.state')}
        every={t('filter.everyState')}
        width={180}
        value={filter.standing}
        data={invoiceStandings.map((value) => ({ value, label: t(`state.${value}`) }))}
        onChange={(value) => onChange({ standing: standingNamed(value) })}
      />
      <FilterSelect
        label={t('filter.customer')}
        every={t('filter.everyCustomer')}
        width={220}
        searchable
        value={filter.customerId}
        data={choices}
        onChange={(customerId) => onChange({ customerId })}
      />
    </>
  )
}
