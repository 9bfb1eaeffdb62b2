import { Select, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Site } from '../../../shared/domain/site/site.ts'
import { useLocale } from '../../i18n/locale.ts'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { SaveFoot } from './save-foot.tsx'
import { siteFlaws, siteFormOf, sitePatchOf } from './site-form.ts'
import { useSiteForm } from './use-site-form.ts'

const ways = { formOf: siteFormOf, flawsOf: siteFlaws, patchOf: sitePatchOf }

/** The form of the site. */
export function SiteFields({ site }: { site: Site }) {
  const { t } = useTranslation('settings')
  const language = useLocale((locale) => locale.language)
  const { held, saving, savedAt } = useSiteForm(site, ways, t('site.said'))
  const { form, setForm, flaws } = held
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), [])
  const currencies = useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'currency' })
    return Intl.supportedValuesOf('currency').map((value) => ({
      value,
      label: `${value} · ${names.of(value) ?? value}`,
    }))
  }, [language])

  return (
    <form className="lp-form" onSubmit={held.onSubmit} noValidate>
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
      <ErrorNote error={saving.error} />
      <SaveFoot label={t('site.save')} held={held} busy={saving.busy} savedAt={savedAt} />
    </form>
  )
}
