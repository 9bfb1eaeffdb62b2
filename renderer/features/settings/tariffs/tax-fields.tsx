import { SegmentedControl, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TemplateForm } from './template-form.ts'

/** Whether prices have the tax in them, and its rate. */
export function TaxFields({
  form,
  bad,
  onChange,
}: {
  form: TemplateForm
  bad: boolean
  onChange: (form: TemplateForm) => void
}) {
  const { t } = useTranslation('tariff')
  return (
    <div className="lp-tariff-figures">
      <div className="lp-choice">
        <span id="tariff-tax">{t('editor.prices')}</span>
        <SegmentedControl
          aria-labelledby="tariff-tax"
          data={[
            { value: 'YES', label: t('editor.taxIncluded') },
            { value: 'NO', label: t('editor.taxExcluded') },
          ]}
          value={form.taxIncluded ? 'YES' : 'NO'}
          onChange={(value) => onChange({ ...form, taxIncluded: value === 'YES' })}
        />
      </div>
      <TextInput
        label={t('editor.vat')}
        value={form.vat}
        inputMode="decimal"
        rightSection={<span className="lp-soft">%</span>}
        rightSectionWidth={36}
        error={bad ? t('editor.bad.vat') : null}
        onChange={(event) => onChange({ ...form, vat: event.currentTarget.value })}
      />
    </div>
  )
}
