import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../../shared/domain/customer/customer.ts'
import { useRows } from '../../live/use-live.ts'
import { ConfirmAct } from '../../ui/confirm-act.tsx'
import { customerChoices } from '../../ui/fleet-choices.ts'
import { inert } from '../../ui/inert.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { MoreMenu } from './more-menu.tsx'
import { useCustomerActs } from './use-customer-acts.ts'

/** Merging a customer with another and putting it aside, each asked first. */
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
  const acts = useCustomerActs()
  const customers = useRows('customer')
  const [asked, setAsked] = useState<'archive' | 'merge' | null>(null)
  const name = inert(customer.name, 60).text
  const close = () => setAsked(null)
  const archive = async () => {
    if (!(await acts.archive(customer))) return
    close()
    onGone()
  }
  const merge = async (id: string) => {
    const from = customers.find((row) => row.id === id)
    if (from && (await acts.merge(customer, from))) close()
  }
  return (
    <>
      <MoreMenu
        onMerge={() => {
          acts.merging.clear()
          setAsked('merge')
        }}
        onArchive={() => {
          acts.archiving.clear()
          setAsked('archive')
        }}
      />
      <ConfirmAct
        opened={asked === 'archive'}
        title={t('archive.title', { name })}
        act={t('archive.act')}
        destructive
        ready={vehicles === 0}
        busy={acts.archiving.busy}
        error={acts.archiving.error}
        onConfirm={() => void archive()}
        onCancel={close}
      >
        {vehicles > 0
          ? t('archive.customerHasVehicles', { count: vehicles })
          : t('archive.customer')}
      </ConfirmAct>
      {asked === 'merge' ? (
        <MergeDialog
          noun="customer"
          name={name}
          choices={customerChoices(customers, null).filter(({ value }) => value !== customer.id)}
          act={acts.merging}
          onMerge={(id) => void merge(id)}
          onCancel={close}
        />
      ) : null}
    </>
  )
}
