import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Site } from '../../../shared/domain/site/site.ts'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { OpeningHoursFields } from './opening-hours-fields.tsx'
import { SaveFoot } from './save-foot.tsx'
import { termNumbers, termsFlaws, termsFormOf, termsPatchOf } from './terms-form.ts'
import type { TermNumber } from './terms-form.ts'
import { useSiteForm } from './use-site-form.ts'

const numbers = Object.keys(termNumbers) as TermNumber[]

const ways = { formOf: termsFormOf, flawsOf: termsFlaws, patchOf: termsPatchOf }

/** The form of the terms for bookings. */
export function TermsFields({ site }: { site: Site }) {
  const { t } = useTranslation('settings')
  const { held, saving, savedAt } = useSiteForm(site, ways, t('bookings.said'))
  const { form, setForm, flaws } = held
  return (
    <form className="lp-form" onSubmit={held.onSubmit} noValidate>
      <OpeningHoursFields form={form} flaws={flaws} onChange={setForm} />
      {numbers.map((name) => (
        <TextInput
          key={name}
          label={t(`bookings.${name}`)}
          description={t(`bookings.${name}Hint`)}
          value={form[name]}
          inputMode="numeric"
          rightSection={<span className="lp-soft">min</span>}
          rightSectionWidth={44}
          error={flaws.includes(name) ? t('bookings.minutesBad', termNumbers[name]) : null}
          onChange={(event) => setForm({ ...form, [name]: event.currentTarget.value })}
        />
      ))}
      <ErrorNote error={saving.error} />
      <SaveFoot label={t('bookings.save')} held={held} busy={saving.busy} savedAt={savedAt} />
    </form>
  )
}
