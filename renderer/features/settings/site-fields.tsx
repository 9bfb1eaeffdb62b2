import { Button, Select, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Site } from '../../../shared/domain/site/site.ts'
import { useLocale } from '../../i18n/locale.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { siteFlaws, siteFormOf, sitePatchOf } from './site-form.ts'

/** The form of the site. What another desk saves meanwhile is told, and never written over unseen. */
export function SiteFields({ site }: { site: Site }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const now = useNow(1_000)
  const hub = useClient()
  const language = useLocale((locale) => locale.language)
  const [base, setBase] = useState(site)
  const [form, setForm] = useState(() => siteFormOf(site))
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const saving = useAct(() => hub.site.update(sitePatchOf(form, base)))
  const flaws = siteFlaws(form)
  const dirty = Object.keys(sitePatchOf(form, base)).length > 0
  const changedElsewhere = site.updatedAt !== base.updatedAt
  const show = (shown: Site) => {
    setBase(shown)
    setForm(siteFormOf(shown))
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
    tellAct(t('site.said'))
  }
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), [])
  const currencies = useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'currency' })
    return Intl.supportedValuesOf('currency').map((value) => ({
      value,
      label: `${value} · ${names.of(value) ?? value}`,
    }))
  }, [language])

  return (
    <form className="lp-form" onSubmit={(event) => void save(event)} noValidate>
      <TextInput
        label={t('site.name')}
        value={form.name}
        error={flaws.includes('name') ? t('site.nameBad') : null}
        onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
      />
      <Select
        label={t('site.timeZone')}
        description={t('site.timeZoneHint')}
        data={zones.includes(form.timeZone) ? zones : [form.timeZone, ...zones]}
        value={form.timeZone}
        searchable
        limit={80}
        allowDeselect={false}
        onChange={(timeZone) => timeZone !== null && setForm({ ...form, timeZone })}
      />
      <Select
        label={t('site.currency')}
        data={currencies}
        value={form.currency}
        error={flaws.includes('currency') ? t('site.currencyBad') : null}
        searchable
        limit={80}
        allowDeselect={false}
        onChange={(currency) => currency !== null && setForm({ ...form, currency })}
      />
      <TextInput
        label={t('site.limit')}
        description={t('site.limitHint')}
        value={form.limitKw}
        inputMode="decimal"
        rightSection={<span className="lp-soft">kW</span>}
        rightSectionWidth={44}
        error={flaws.includes('limit') ? t('site.limitBad') : null}
        onChange={(event) => setForm({ ...form, limitKw: event.currentTarget.value })}
      />
      <ErrorNote error={saving.error} />
      <div className="lp-form-foot">
        <Button type="submit" disabled={!dirty || flaws.length > 0} loading={saving.busy}>
          {t('site.save')}
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
