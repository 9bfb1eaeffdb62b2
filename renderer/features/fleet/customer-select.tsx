import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRows } from '../../live/use-live.ts'
import { FilterSelect } from '../../ui/table/filter-select.tsx'
import { customerChoices } from '../../ui/input/fleet-choices.ts'

/** Whose a vehicle is, or nobody's in particular. */
export function CustomerSelect({
  value,
  onChange,
}: {
  value: string | null
  onChange: (customerId: string | null) => void
}) {
  const { t } = useTranslation('fleet')
  const customers = useRows('customer')
  const choices = useMemo(() => customerChoices(customers, value), [customers, value])
  return (
    <Select
      label={t('vehicle.customer')}
      placeholder={t('vehicle.nobody')}
      clearable
      clearButtonProps={{ 'aria-label': t('vehicle.nobody') }}
      searchable
      limit={100}
      data={choices}
      value={value}
      onChange={onChange}
    />
  )
}

/** Whose vehicles are shown, in a toolbar. */
export function CustomerFilterSelect({
  value,
  onChange,
}: {
  value: string | null
  onChange: (customerId: string | null) => void
}) {
  const { t } = useTranslation('fleet')
  const customers = useRows('customer')
  const choices = useMemo(() => customerChoices(customers, value), [customers, value])
  return (
    <FilterSelect
      width={190}
      label={t('vehicles.customer')}
      every={t('vehicles.everyCustomer')}
      searchable
      data={choices}
      value={value}
      onChange={onChange}
    />
  )
}
