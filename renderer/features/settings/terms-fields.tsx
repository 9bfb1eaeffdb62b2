import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Site } from '../../../shared/domain/site/site.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { OpeningHoursFields } from './opening-hours-fields.tsx'
import { termNumbers, termsFlaws, termsFormOf, termsPatchOf } from './terms-form.ts'
import type { TermNumber } from './terms-form.ts'

const numbers = Object.keys(termNumbers) as TermNumber[]

/** The form of the terms for bookings. What another desk saves meanwhile is told, and never written over unseen. */
export function TermsFields({ site }: { site: Site }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const now = useNow(1_000)
  const hub = useClient()
  const [base, setBase] = useState(site)
  const [form, setForm] = useState(() => termsFormOf(site))
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const saving = useAct(() => hub.site.update(termsPatchOf(form, base)))
  const flaws = termsFlaws(form)
  const dirty = flaws.length > 0 || Object.keys(termsPatchOf(form, base)).length > 0
  const changedElsewhere = site.updatedAt !== base.updatedAt
  const show = (shown: Site) => {
    setBase(shown)
    setForm(termsFormOf(shown))
  }
  // An untouched form simply follows the site.
  if (changedElsewhere && !dirty && !saving.busy) show(site)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (flaws.length > 0 || !dirty) return
    const saved = await saving.run(undefined)
    if (!saved) return
    show(saved)
    setSavedAt(Date.now())
    tellAct(t('bookings.said'))
  }
  return (
    <form className="lp-form" onSubmit={(event) => void save(event)} noValidate>
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
      <div className="lp-form-foot">
        <Button type="submit" disabled={!dirty || flaws.length > 0} loading={saving.busy}>
          {t('bookings.save')}
        </Button>
        <span className="lp-soft" role="status">
          {dirty
            ? changedElsewhere
              ? t('site.changedElsewhere')
              : t('site.unsaved')
            : savedAt === null
              ? ''
              : t('site.savedAt', { when: format.ago(savedAt, now) })}
        </span>
        {dirty && changedElsewhere ? (
          <Button variant="default" size="compact-sm" onClick={() => show(site)}>
            {t('site.takeTheirs')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
