import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CdrTerms, CdrTermsWords } from '../../../../shared/domain/cdr/cdr-terms.ts'
import { useClient } from '../../../live/use-live.ts'
import { TermsPanel } from '../terms-panel.tsx'
import { useTermsForm } from '../use-terms-form.ts'
import {
  type CdrField,
  cdrFields,
  cdrTermsFlaws,
  cdrTermsForm,
  cdrTermsPatch,
} from './cdr-terms-form.ts'

const longest = { address: 45, city: 45, postalCode: 10 } as const

/** Who the site is to roaming partners, and where it lies. */
export function CdrTermsPanel({ terms, onSaved }: { terms: CdrTerms; onSaved: () => void }) {
  const { t } = useTranslation('accounting')
  const hub = useClient()
  const held = useTermsForm(
    terms,
    { formOf: cdrTermsForm, flawsOf: cdrTermsFlaws, patchOf: cdrTermsPatch },
    {
      change: (patch: Partial<CdrTermsWords>) => hub.accounting.changeCdrTerms(patch),
      said: t('cdr.said'),
      onSaved,
    },
  )
  const { form, setForm, flaws } = held
  const wrong = (name: CdrField): string =>
    name === 'address' || name === 'city' || name === 'postalCode'
      ? t('cdr.tooLong', { max: longest[name] })
      : t(`cdr.${name}Bad`)
  return (
    <TermsPanel
      id="cdr-terms"
      title={t('cdr.title')}
      lead={t('cdr.text')}
      save={t('cdr.save')}
      held={held}
    >
      <div className="lp-accounting-fields">
        {cdrFields.map((name) => (
          <TextInput
            key={name}
            label={t(`cdr.${name}`)}
            {...(name === 'partyId' ? { description: t('cdr.partyIdHint') } : {})}
            value={form[name]}
            error={flaws.includes(name) ? wrong(name) : null}
            onChange={(event) => setForm({ ...form, [name]: event.currentTarget.value })}
          />
        ))}
      </div>
    </TermsPanel>
  )
}
