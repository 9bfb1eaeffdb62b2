import { Group, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { customerLanguage, type CustomerWords } from '../../../shared/domain/customer/customer.ts'
import type { CustomerFlaw } from './customer-form.ts'

/** What an invoice to the customer needs to know. */
export function CustomerBilling({
  form,
  flaws,
  onChange,
}: {
  form: CustomerWords
  flaws: readonly CustomerFlaw[]
  onChange: (change: Partial<CustomerWords>) => void
}) {
  const { t } = useTranslation('fleet')
  const tooLong = (word: CustomerFlaw, max: number) =>
    flaws.includes(word) ? t('vehicle.tooLong', { max }) : null
  return (
    <>
      <Group grow align="flex-start">
        <TextInput
          label={t('customer.organisationNumber')}
          value={form.organisationNumber}
          error={tooLong('organisationNumber', 30)}
          onChange={(event) => onChange({ organisationNumber: event.currentTarget.value })}
        />
        <TextInput
          label={t('customer.vatNumber')}
          value={form.vatNumber}
          error={tooLong('vatNumber', 30)}
          onChange={(event) => onChange({ vatNumber: event.currentTarget.value })}
        />
      </Group>
      <Textarea
        label={t('customer.billingAddress')}
        description={t('customer.billingAddressHint')}
        value={form.billingAddress}
        autosize
        minRows={2}
        maxRows={5}
        error={tooLong('billingAddress', 400)}
        onChange={(event) => onChange({ billingAddress: event.currentTarget.value })}
      />
      <div>
        <div className="lp-field-label" id="customer-language">
          {t('customer.language')}
        </div>
        <SegmentedControl
          fullWidth
          aria-labelledby="customer-language"
          value={form.language}
          data={customerLanguage.options.map((value) => ({
            value,
            label: t(`customer.languages.${value}`),
          }))}
          onChange={(value) => onChange({ language: value })}
        />
      </div>
    </>
  )
}
