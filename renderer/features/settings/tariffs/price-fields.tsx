import { useTranslation } from 'react-i18next'
import { templateKinds, type TemplateKind } from '../../../../shared/domain/tariff/templates.ts'
import { decimalSign, useLocale } from '../../../i18n/locale.ts'
import { ElementFields } from './element-fields.tsx'
import { inElements, type PriceForm, type ReadPrice } from './price-form.ts'
import { TaxFields } from './tax-fields.tsx'
import { TemplateFields } from './template-fields.tsx'

/** What a tariff costs: which kind it is, and its figures or its elements. */
export function PriceFields({
  form,
  read,
  tried,
  currency,
  onChange,
}: {
  form: PriceForm
  read: ReadPrice
  tried: boolean
  currency: string
  onChange: (form: PriceForm) => void
}) {
  const { language } = useLocale()
  const flaws = 'flaws' in read ? read.flaws : []
  const problems = 'problems' in read ? read.problems : []
  return (
    <>
      <KindPicker
        chosen={form.mode === 'elements' ? 'custom' : form.template.kind}
        onChoose={(kind) =>
          onChange(
            kind === 'custom'
              ? inElements(form, currency, decimalSign(language))
              : { ...form, mode: 'template', template: { ...form.template, kind } },
          )
        }
      />
      {form.mode === 'elements' ? (
        <ElementFields
          form={form.elements}
          problems={problems}
          tried={tried}
          currency={currency}
          onChange={(elements) => onChange({ ...form, elements })}
        />
      ) : (
        <>
          <TemplateFields
            form={form.template}
            flaws={flaws}
            tried={tried}
            currency={currency}
            onChange={(template) => onChange({ ...form, template })}
          />
          {form.template.kind === 'free' ? null : (
            <TaxFields
              form={form.template}
              bad={flaws.includes('vat')}
              onChange={(template) => onChange({ ...form, template })}
            />
          )}
        </>
      )}
    </>
  )
}

function KindPicker({
  chosen,
  onChoose,
}: {
  chosen: TemplateKind | 'custom'
  onChoose: (kind: TemplateKind | 'custom') => void
}) {
  const { t } = useTranslation('tariff')
  return (
    <fieldset className="lp-tariff-kinds">
      <legend>{t('editor.kind')}</legend>
      <div>
        {[...templateKinds, 'custom' as const].map((kind) => (
          <label key={kind} title={t(`editor.kindSays.${kind}`)}>
            <input
              type="radio"
              name="tariff-kind"
              checked={kind === chosen}
              onChange={() => onChoose(kind)}
            />
            <span>{t(`editor.kinds.${kind}`)}</span>
          </label>
        ))}
      </div>
      <p className="lp-soft">{t(`editor.kindSays.${chosen}`)}</p>
    </fieldset>
  )
}
