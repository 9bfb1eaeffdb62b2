import { Select, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRows } from '../../live/use-live.ts'
import { customerChoices } from '../../ui/input/fleet-choices.ts'
import { CashFields } from './cash-fields.tsx'
import { HoldChoice } from './hold-choice.tsx'
import { ReaderChoice } from './reader-choice.tsx'
import { canHold } from './take-form.ts'
import type { TakeAround, TakeForm } from './take-form.ts'

export type FieldsProps = {
  form: TakeForm
  around: TakeAround
  onChange: (form: TakeForm) => void
}

/** What the chosen means needs to know. */
export function MeansFields(props: FieldsProps) {
  const { form, around, onChange } = props
  const { t } = useTranslation('payment')
  const field = (name: 'reference' | 'note', label: string, required: boolean) => (
    <TextInput
      label={label}
      required={required}
      maxLength={name === 'note' ? 300 : 60}
      value={form[name]}
      onChange={(event) => onChange({ ...form, [name]: event.currentTarget.value })}
    />
  )
  switch (form.means) {
    case null:
      return null
    case 'reader':
      return (
        <>
          <ReaderChoice {...props} />
          {canHold('reader', around.bill) ? <HoldChoice {...props} /> : null}
        </>
      )
    case 'checkout':
      return canHold('checkout', around.bill) ? <HoldChoice {...props} /> : null
    case 'swish':
      return null
    case 'cash':
      return <CashFields {...props} />
    case 'invoice':
      return (
        <>
          <InvoiceCustomer {...props} />
          {field('reference', t('take.invoiceNumber'), true)}
        </>
      )
    case 'externalTerminal':
      return field('reference', t('take.slip'), true)
    case 'voucher':
      return (
        <>
          {field('note', t('take.why'), true)}
          {field('reference', t('take.voucherCode'), false)}
        </>
      )
  }
}

function InvoiceCustomer({ form, around, onChange }: FieldsProps) {
  const { t } = useTranslation('payment')
  const customers = useRows('customer')
  const value = form.customerId ?? around.bill.customerId
  const choices = useMemo(() => customerChoices(customers, value), [customers, value])
  return (
    <Select
      label={t('take.customer')}
      required
      searchable
      limit={100}
      nothingFoundMessage={t('take.customerEmpty')}
      data={choices}
      value={value}
      onChange={(customerId) => onChange({ ...form, customerId })}
    />
  )
}
