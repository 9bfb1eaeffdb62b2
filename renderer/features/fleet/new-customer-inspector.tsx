import { Button } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { Inspector } from '../../ui/frame/inspector.tsx'
import { CustomerFields } from './customer-fields.tsx'
import { customerFlaws, customerWordsOf, emptyCustomer } from './customer-form.ts'
import { useCustomerActs } from './use-customer-acts.ts'

/** The form for a customer that is yet to be added. */
export function NewCustomerInspector({
  onClose,
  onAdded,
}: {
  onClose: () => void
  onAdded: (customerId: string) => void
}) {
  const { t } = useTranslation('fleet')
  const acts = useCustomerActs()
  const [form, setForm] = useState(emptyCustomer)
  const [tried, setTried] = useState(false)
  const flaws = customerFlaws(form)
  const add = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (flaws.length > 0) return
    const added = await acts.add(customerWordsOf(form))
    if (added) onAdded(added.id)
  }
  return (
    <Inspector
      title={t('customer.new')}
      onClose={onClose}
      footer={
        <Button type="submit" form="customer" loading={acts.adding.busy}>
          {t('customer.add')}
        </Button>
      }
    >
      <form id="customer" onSubmit={(event) => void add(event)} noValidate>
        <CustomerFields form={form} flaws={flaws} tried={tried} isNew onChange={setForm} />
        <ErrorNote error={acts.adding.error} />
      </form>
    </Inspector>
  )
}
