import { useTranslation } from 'react-i18next'
import { inert } from '../../ui/mark/inert.ts'
import { useRowForm } from '../../live/use-row-form.ts'
import { CustomerFields } from './customer-fields.tsx'
import { customerFlaws, customerFormOf, customerPatchOf } from './customer-form.ts'
import { CustomerMore } from './customer-more.tsx'
import type { CustomerRow } from './customer-row.ts'
import { CustomerVehicles } from './customer-vehicles.tsx'
import { FleetInspector } from './fleet-inspector.tsx'
import { TokenLinks } from './token-links.tsx'
import { useCustomerActs } from './use-customer-acts.ts'

/** One customer: its words to change, its vehicles, and its id tokens. */
export function CustomerInspector({ row, onClose }: { row: CustomerRow; onClose: () => void }) {
  const { t } = useTranslation('fleet')
  const { customer, vehicles, tokens } = row
  const acts = useCustomerActs()
  const held = useRowForm(customer, {
    formOf: customerFormOf,
    flawsOf: customerFlaws,
    patchOf: customerPatchOf,
    save: (patch) => acts.change(customer.id, patch),
    busy: acts.changing.busy,
  })
  return (
    <FleetInspector
      noun="customer"
      title={inert(customer.name, 120).text}
      subtitle={t(`customer.kinds.${customer.kind}`)}
      more={<CustomerMore customer={customer} vehicles={vehicles.length} onGone={onClose} />}
      fields={
        <CustomerFields
          form={held.form}
          flaws={held.flaws}
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
      ready={held.ready}
      act={acts.changing}
      onSave={held.onSubmit}
      onTake={held.overtaken ? held.takeTheirs : null}
      onClose={onClose}
    />
  )
}
