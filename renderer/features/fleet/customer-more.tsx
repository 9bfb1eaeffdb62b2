import { useTranslation } from 'react-i18next'
import type { Customer } from '../../../shared/domain/customer/customer.ts'
import { useRows } from '../../live/use-live.ts'
import { customerChoices } from '../../ui/input/fleet-choices.ts'
import { FleetMore } from './fleet-more.tsx'
import { customerName, useCustomerActs } from './use-customer-acts.ts'

/** Merging a customer with another and putting it aside. */
export function CustomerMore({
  customer,
  vehicles,
  onGone,
}: {
  customer: Customer
  /** How many keep it from being put aside. */
  vehicles: number
  onGone: () => void
}) {
  const { t } = useTranslation('fleet')
  const customers = useRows('customer')
  return (
    <FleetMore
      noun="customer"
      name={customerName(customer)}
      row={customer}
      rows={customers}
      choices={customerChoices(customers, null)}
      acts={useCustomerActs()}
      archivable={vehicles === 0}
      archiveBody={
        vehicles > 0 ? t('archive.customerHasVehicles', { count: vehicles }) : t('archive.customer')
      }
      onGone={onGone}
    />
  )
}
