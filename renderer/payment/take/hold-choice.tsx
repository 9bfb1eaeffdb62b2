import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { holdMinor } from '../../../shared/domain/payment/hold.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { FieldsProps } from './means-fields.tsx'
import { amountOf } from './take-form.ts'

/** Whether the money is only held now and taken at the end, and how much. */
export function HoldChoice({ form, around, onChange }: FieldsProps) {
  const { t } = useTranslation('payment')
  const format = useFormat()
  const { bill, terms } = around
  const proposed = holdMinor(bill, terms)
  const amount = form.hold ? (amountOf(form, around) ?? proposed) : proposed
  return (
    <Switch
      label={t('take.hold')}
      description={t('take.holdHint', { amount: format.money(amount, bill.currency) })}
      checked={form.hold}
      onChange={(event) => onChange({ ...form, part: null, hold: event.currentTarget.checked })}
    />
  )
}
