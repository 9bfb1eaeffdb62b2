import { SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { customerKind } from '../../../shared/domain/customer/customer.ts'
import type { CustomerWords } from '../../../shared/domain/customer/customer.ts'
import { CustomerBilling } from './customer-billing.tsx'
import type { CustomerFlaw } from './customer-form.ts'

/** The fields of a customer. An empty name is no mistake before anything was sent. */
export function CustomerFields({
  form,
  flaws,
  tried,
  isNew,
  onChange,
}: {
  form: CustomerWords
  flaws: readonly CustomerFlaw[]
  tried: boolean
  isNew: boolean
  onChange: (form: CustomerWords) => void
}) {
  const { t } = useTranslation('fleet')
  const put = (change: Partial<CustomerWords>) => onChange({ ...form, ...change })
  return (
    <Stack gap="md">
      <TextInput
        label={t('customer.name')}
        value={form.name}
        autoFocus={isNew}
        error={flaws.includes('name') && (tried || form.name !== '') ? t('customer.nameBad') : null}
        onChange={(event) => put({ name: event.currentTarget.value })}
      />
      <div>
        <div className="lp-field-label" id="customer-kind">
          {t('customer.kind')}
        </div>
        <SegmentedControl
          fullWidth
          aria-labelledby="customer-kind"
          value={form.kind}
          data={customerKind.options.map((value) => ({
            value,
            label: t(`customer.kinds.${value}`),
          }))}
          onChange={(value) => put({ kind: value })}
        />
      </div>
      <TextInput
        type="email"
        label={t('customer.email')}
        value={form.email}
        error={flaws.includes('email') ? t('customer.emailBad') : null}
        onChange={(event) => put({ email: event.currentTarget.value })}
      />
      <TextInput
        type="tel"
        label={t('customer.phone')}
        value={form.phone}
        error={flaws.includes('phone') ? t('vehicle.tooLong', { max: 30 }) : null}
        onChange={(event) => put({ phone: event.currentTarget.value })}
      />
      <TextInput
        label={t('customer.reference')}
        description={t('customer.referenceHint')}
        value={form.reference}
        error={flaws.includes('reference') ? t('vehicle.tooLong', { max: 60 }) : null}
        onChange={(event) => put({ reference: event.currentTarget.value })}
      />
      <TextInput
        label={t('customer.group')}
        description={t('customer.groupHint')}
        value={form.group}
        error={flaws.includes('group') ? t('vehicle.tooLong', { max: 60 }) : null}
        onChange={(event) => put({ group: event.currentTarget.value })}
      />
      <CustomerBilling form={form} flaws={flaws} onChange={put} />
      <Textarea
        label={t('customer.note')}
        value={form.note}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2_000}
        onChange={(event) => put({ note: event.currentTarget.value })}
      />
    </Stack>
  )
}
