import { Button, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { TillTerms } from '../../../../shared/domain/till/till-terms.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient, useSite } from '../../../live/use-live.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { typedMoney } from '../../../ui/typed-money.ts'
import { limitNames, limits, limitsForm, limitsIn } from './limits-form.ts'

/** The limits above which a supervisor has to agree. */
export function LimitsPanel({ terms }: { terms: TillTerms }) {
  const { t } = useTranslation('till')
  const hub = useClient()
  const language = useLocale((locale) => locale.language)
  const currency = useSite()?.currency ?? 'SEK'
  const [form, setForm] = useState(() => limitsForm(terms, currency, language))
  const typed = limitsIn(form, currency, language)
  const act = useAct(async () => typed && hub.till.changeTerms(typed))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (typed && (await act.run(undefined))) tellAct(t('settings.saved'))
  }
  return (
    <section className="lp-panel lp-tills-panel" aria-labelledby="settings-limits">
      <h2 id="settings-limits">{t('settings.limits')}</h2>
      <p className="lp-soft">{t('settings.limitsWords')}</p>
      <form onSubmit={(event) => void save(event)} noValidate>
        <Stack gap="sm">
          {limitNames.map((limit) => (
            <TextInput
              key={limit}
              w={300}
              label={t(`settings.${limits[limit]}`)}
              inputMode="decimal"
              rightSection={<span className="lp-soft">{currency}</span>}
              rightSectionWidth={52}
              value={form[limit]}
              error={
                typedMoney(form[limit], currency, language) === undefined ? t('settings.bad') : null
              }
              onChange={(event) => setForm({ ...form, [limit]: event.currentTarget.value })}
            />
          ))}
          <ErrorNote error={act.error} />
          <div>
            <Button type="submit" loading={act.busy} disabled={typed === undefined}>
              {t('settings.save')}
            </Button>
          </div>
        </Stack>
      </form>
    </section>
  )
}
