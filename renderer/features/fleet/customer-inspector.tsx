import { Button, Tabs } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../../shared/domain/customer/customer.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { inert } from '../../ui/inert.ts'
import { Inspector } from '../../ui/inspector.tsx'
import { ChangedElsewhere } from './changed-elsewhere.tsx'
import { CustomerFields } from './customer-fields.tsx'
import { customerFlaws, customerFormOf, customerPatchOf } from './customer-form.ts'
import { CustomerMore } from './customer-more.tsx'
import type { CustomerRow } from './customer-row.ts'
import { CustomerVehicles } from './customer-vehicles.tsx'
import { TokenLinks } from './token-links.tsx'
import { useCustomerActs } from './use-customer-acts.ts'

const parts = ['details', 'vehicles', 'tokens'] as const

/** One customer: its words to change, its vehicles, and its id tokens. */
export function CustomerInspector({ row, onClose }: { row: CustomerRow; onClose: () => void }) {
  const { t } = useTranslation('fleet')
  const { customer, vehicles, tokens } = row
  const acts = useCustomerActs()
  const [base, setBase] = useState(customer)
  const [form, setForm] = useState(() => customerFormOf(customer))
  const [part, setPart] = useState<(typeof parts)[number]>('details')
  const flaws = customerFlaws(form)
  const patch = customerPatchOf(form, base)
  const dirty = Object.keys(patch).length > 0
  const show = (shown: Customer) => {
    setBase(shown)
    setForm(customerFormOf(shown))
  }
  const changedElsewhere = customer.updatedAt !== base.updatedAt
  // An untouched form simply follows the customer.
  if (changedElsewhere && !dirty && !acts.changing.busy) show(customer)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (flaws.length > 0 || !dirty) return
    const saved = await acts.change(customer.id, patch)
    if (saved) show(saved)
  }
  const counts = { details: 0, vehicles: vehicles.length, tokens: tokens.length }
  return (
    <Inspector
      title={inert(customer.name, 120).text}
      subtitle={t(`customer.kinds.${customer.kind}`)}
      onClose={onClose}
      footer={
        <>
          <CustomerMore customer={customer} vehicles={vehicles.length} onGone={onClose} />
          {part === 'details' ? (
            <Button
              type="submit"
              form="customer"
              disabled={!dirty || flaws.length > 0}
              loading={acts.changing.busy}
            >
              {t('customer.save')}
            </Button>
          ) : null}
        </>
      }
    >
      <Tabs
        className="lp-tabs"
        value={part}
        onChange={(value) => setPart(parts.find((known) => known === value) ?? 'details')}
      >
        <Tabs.List aria-label={t('parts.label')}>
          {parts.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`parts.${name}`)}
              {counts[name] > 0 ? ` ${counts[name]}` : ''}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="details" className="lp-fleet-part">
          <form id="customer" onSubmit={(event) => void save(event)} noValidate>
            <CustomerFields form={form} flaws={flaws} tried isNew={false} onChange={setForm} />
            {dirty && changedElsewhere ? <ChangedElsewhere onTake={() => show(customer)} /> : null}
            <ErrorNote error={acts.changing.error} />
          </form>
        </Tabs.Panel>
        <Tabs.Panel value="vehicles" className="lp-fleet-part">
          <CustomerVehicles customerId={customer.id} vehicles={vehicles} />
        </Tabs.Panel>
        <Tabs.Panel value="tokens" className="lp-fleet-part">
          <TokenLinks of="customerId" id={customer.id} tokens={tokens} />
        </Tabs.Panel>
      </Tabs>
    </Inspector>
  )
}
