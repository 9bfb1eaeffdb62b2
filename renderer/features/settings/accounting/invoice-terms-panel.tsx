import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  InvoiceTerms,
  InvoiceTermsWords,
} from '../../../../shared/domain/invoice/invoice-terms.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { useRowForm } from '../../../live/use-row-form.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { SaveFoot } from '../save-foot.tsx'
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
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const saving = useAct((patch: Partial<InvoiceTermsWords>) => hub.invoice.changeTerms(patch))
  const held = useRowForm(terms, {
    ...{ formOf: invoiceTermsForm, flawsOf: invoiceTermsFlaws, patchOf: invoiceTermsPatch },
    save: async (patch: Partial<InvoiceTermsWords>) => {
      const saved = await saving.run(patch)
      if (!saved) return undefined
      setSavedAt(Date.now())
      tellAct(t('terms.said'))
      onSaved()
      return saved
    },
    busy: saving.busy,
  })
  const { form, setForm, flaws } = held
  return (
    <section className="lp-panel lp-block" aria-labelledby="invoice-terms">
      <h2 id="invoice-terms">{t('terms.title')}</h2>
      <p className="lp-soft lp-accounting-lead">
        {t('terms.seller')}{' '}
        <a href={hrefOf({ screen: 'settings', section: 'payments' })}>{t('terms.toSeller')}</a>
      </p>
      <form className="lp-form" onSubmit={held.onSubmit} noValidate>
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
        <ErrorNote error={saving.error} />
        <SaveFoot label={t('terms.save')} held={held} busy={saving.busy} savedAt={savedAt} />
      </form>
    </section>
  )
}
