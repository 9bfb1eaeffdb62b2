import { TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TillTerms, TillTermsWords } from '../../../../shared/domain/till/till-terms.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { useClient, useSite } from '../../../live/use-live.ts'
import { TermsPanel } from '../terms-panel.tsx'
import { useTermsForm } from '../use-terms-form.ts'
import { limitNames, limits, limitsWays } from './limits-form.ts'

/** The limits above which a supervisor has to agree. */
export function LimitsPanel({ terms }: { terms: TillTerms }) {
  const { t } = useTranslation('till')
  const hub = useClient()
  const language = useLocale((locale) => locale.language)
  const currency = useSite()?.currency ?? 'SEK'
  const ways = useMemo(() => limitsWays(currency, language), [currency, language])
  const held = useTermsForm(terms, ways, {
    change: (patch: Partial<TillTermsWords>) => hub.till.changeTerms(patch),
    said: t('settings.saved'),
  })
  const { form, setForm, flaws } = held
  return (
    <TermsPanel
      id="settings-limits"
      title={t('settings.limits')}
      lead={t('settings.limitsWords')}
      save={t('settings.save')}
      held={held}
    >
      {limitNames.map((limit) => (
        <TextInput
          key={limit}
          label={t(`settings.${limits[limit]}`)}
          inputMode="decimal"
          rightSection={<span className="lp-soft">{currency}</span>}
          rightSectionWidth={52}
          value={form[limit]}
          error={flaws.includes(limit) ? t('settings.bad') : null}
          onChange={(event) => setForm({ ...form, [limit]: event.currentTarget.value })}
        />
      ))}
    </TermsPanel>
  )
}
