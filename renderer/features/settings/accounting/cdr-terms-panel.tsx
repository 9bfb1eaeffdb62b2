import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CdrTerms, CdrTermsWords } from '../../../../shared/domain/cdr/cdr-terms.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { useRowForm } from '../../../live/use-row-form.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { SaveFoot } from '../save-foot.tsx'
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
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const saving = useAct((patch: Partial<CdrTermsWords>) => hub.accounting.changeCdrTerms(patch))
  const held = useRowForm(terms, {
    ...{ formOf: cdrTermsForm, flawsOf: cdrTermsFlaws, patchOf: cdrTermsPatch },
    save: async (patch: Partial<CdrTermsWords>) => {
      const saved = await saving.run(patch)
      if (!saved) return undefined
      setSavedAt(Date.now())
      tellAct(t('cdr.said'))
      onSaved()
      return saved
    },
    busy: saving.busy,
  })
  const { form, setForm, flaws } = held
  const wrong = (name: CdrField): string =>
    name === 'address' || name === 'city' || name === 'postalCode'
      ? t('cdr.tooLong', { max: longest[name] })
      : t(`cdr.${name}Bad`)
  return (
    <section className="lp-panel lp-block" aria-labelledby="cdr-terms">
      <h2 id="cdr-terms">{t('cdr.title')}</h2>
      <p className="lp-soft lp-accounting-lead">{t('cdr.text')}</p>
      <form className="lp-form" onSubmit={held.onSubmit} noValidate>
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
        <ErrorNote error={saving.error} />
        <SaveFoot label={t('cdr.save')} held={held} busy={saving.busy} savedAt={savedAt} />
      </form>
    </section>
  )
}
