import { useTranslation } from 'react-i18next'
import { inert } from '../../ui/inert.ts'
import { CustomerFields } from './customer-fields.tsx'
import { customerFlaws, customerFormOf, customerPatchOf } from './customer-form.ts'
import { CustomerMore } from './customer-more.tsx'
import type { CustomerRow } from './customer-row.ts'
import { CustomerVehicles } from './customer-vehicles.tsx'
import { FleetInspector } from './fleet-inspector.tsx'
import { TokenLinks } from './token-links.tsx'
import { useCustomerActs } from './use-customer-acts.ts'
import { saving, useRowForm } from './use-row-form.ts'

const ways = { formOf: customerFormOf, patchOf: customerPatchOf }

/** One customer: its words to change, its vehicles, and its id tokens. */
export function CustomerInspector({ row, onClose }: { row: CustomerRow; onClose: () => void }) {
  const { t } = useTranslation('fleet')
  const { customer, vehicles, tokens } = row
  const acts = useCustomerActs()
  const held = useRowForm(customer, ways, acts.changing.busy)
  const flaws = customerFlaws(held.form)
  const ready = held.dirty && flaws.length === 0
  return (
    <FleetInspector
      noun="customer"
      title={inert(customer.name, 120).text}
      subtitle={t(`customer.kinds.${customer.kind}`)}
      more={<CustomerMore customer={customer} vehicles={vehicles.length} onGone={onClose} />}
      fields={
        <CustomerFields
          form={held.form}
          flaws={flaws}
          tried
          isNew={false}
          onChange={held.setForm}
        />
      }
      parts={[
        {
          name: 'vehicles',
          count: vehicles.length,
          body: <CustomerVehicles customerId={customer.id} vehicles={vehicles} />,
        },
        {
          name: 'tokens',
          count: tokens.length,
          body: <TokenLinks of="customerId" id={customer.id} tokens={tokens} />,
        },
      ]}
      ready={ready}
      act={acts.changing}
      onSave={saving(ready, () => acts.change(customer.id, held.patch), held.show)}
      onTake={held.overtaken ? () => held.show(customer) : null}
      onClose={onClose}
    />
  )
}
