import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type {
  InvoiceTerms,
  InvoiceTermsWords,
} from '../../../../shared/domain/invoice/invoice-terms.ts'
import { useClient } from '../../../live/use-live.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { TermsPanel } from '../terms-panel.tsx'
import { useTermsForm } from '../use-terms-form.ts'
import {
  type InvoiceTermsFlaw,
  invoiceTermsFlaws,
  invoiceTermsForm,
  invoiceTermsPatch,
} from './invoice-terms-form.ts'

const hinted = { prefix: 'prefixHint', firstNumber: 'firstNumberHint' } as const
const fields = [
  'prefix',
  'firstNumber',
  'dueDays',
  'bankgiro',
  'plusgiro',
  'iban',
  'bic',
] as const satisfies readonly InvoiceTermsFlaw[]

/** How the site invoices: numbers, days to pay, where to pay. */
export function InvoiceTermsPanel({
  terms,
  onSaved,
}: {
  terms: InvoiceTerms
  onSaved: () => void
}) {
  const { t } = useTranslation('accounting')
  const hub = useClient()
  const held = useTermsForm(
    terms,
    { formOf: invoiceTermsForm, flawsOf: invoiceTermsFlaws, patchOf: invoiceTermsPatch },
    {
      change: (patch: Partial<InvoiceTermsWords>) => hub.invoice.changeTerms(patch),
      said: t('terms.said'),
      onSaved,
    },
  )
  const { form, setForm, flaws } = held
  return (
    <TermsPanel
      id="invoice-terms"
      title={t('terms.title')}
      lead={
        <>
          {t('terms.seller')}{' '}
          <a href={hrefOf({ screen: 'settings', section: 'payments' })}>{t('terms.toSeller')}</a>
        </>
      }
      save={t('terms.save')}
      held={held}
    >
      <div className="lp-accounting-fields">
        {fields.map((name) => (
          <TextInput
            key={name}
            label={t(`terms.${name}`)}
            {...(name === 'prefix' || name === 'firstNumber'
              ? { description: t(`terms.${hinted[name]}`) }
              : {})}
            value={form[name]}
            error={flaws.includes(name) ? t(`terms.${name}Bad`) : null}
            onChange={(event) => setForm({ ...form, [name]: event.currentTarget.value })}
          />
        ))}
      </div>
      <Checkbox
        label={t('terms.isFTax')}
        checked={form.isFTax}
        onChange={(event) => setForm({ ...form, isFTax: event.currentTarget.checked })}
      />
      <Textarea
        label={t('terms.footer')}
        description={t('terms.footerHint')}
        autosize
        minRows={2}
        maxRows={5}
        value={form.footer}
        error={flaws.includes('footer') ? t('terms.footerBad') : null}
        onChange={(event) => setForm({ ...form, footer: event.currentTarget.value })}
      />
    </TermsPanel>
  )
}
