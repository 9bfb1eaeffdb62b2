import { Checkbox, Radio, Stack, Switch, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { walkUpPayKind } from '../../../../shared/domain/walk-up/pay.ts'
import type {
  WalkUpTerms,
  WalkUpTermsWords,
} from '../../../../shared/domain/walk-up/walk-up-terms.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { useClient } from '../../../live/use-live.ts'
import { TermsPanel } from '../terms-panel.tsx'
import { useTermsForm } from '../use-terms-form.ts'
import {
  needChoices,
  spanOf,
  walkUpTermsWays,
  walkUpTimes,
  withPays,
} from './walk-up-terms-form.ts'

/** How walk-ups are taken in: how they pay, whether that comes first, what is proposed, how long they stay. */
export function WalkUpTermsPanel({ terms, currency }: { terms: WalkUpTerms; currency: string }) {
  const { t } = useTranslation('walkUpTerms')
  const language = useLocale((locale) => locale.language)
  const hub = useClient()
  const ways = useMemo(() => walkUpTermsWays(currency, language), [currency, language])
  const held = useTermsForm(terms, ways, {
    change: (patch: Partial<WalkUpTermsWords>) => hub.walkUp.setTerms(patch),
    said: t('said'),
  })
  const { form, setForm, flaws } = held
  return (
    <TermsPanel id="walk-up-terms" title={t('title')} save={t('save')} held={held}>
      <Checkbox.Group
        label={t('pays')}
        value={form.pays}
        error={flaws.includes('pays') ? t('paysBad') : null}
      >
        <Stack gap={8} mt={6}>
          {walkUpPayKind.options.map((kind) => (
            <Checkbox
              key={kind}
              value={kind}
              label={t(`pay.${kind}`)}
              onChange={(event) =>
                setForm({
                  ...form,
                  pays: withPays(form.pays, kind, event.currentTarget.checked),
                })
              }
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <Switch
        label={t('startsBeforePaid')}
        description={t('startsBeforePaidHint')}
        checked={form.startsBeforePaid}
        onChange={(event) => setForm({ ...form, startsBeforePaid: event.currentTarget.checked })}
      />
      <TextInput
        label={t('hold')}
        description={t('holdHint')}
        inputMode="decimal"
        placeholder={t('holdNone')}
        rightSection={<span className="lp-soft">{currency}</span>}
        rightSectionWidth={52}
        value={form.hold}
        error={flaws.includes('hold') ? t('holdBad') : null}
        onChange={(event) => setForm({ ...form, hold: event.currentTarget.value })}
      />
      <Radio.Group
        label={t('need')}
        description={t('needHint')}
        value={form.need}
        onChange={(value) =>
          setForm({ ...form, need: needChoices.find((one) => one === value) ?? form.need })
        }
      >
        <Stack gap={8} mt={6}>
          {needChoices.map((need) => (
            <Radio key={need} value={need} label={t(`needs.${need}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {form.need === 'full' ? null : (
        <TextInput
          label={t(form.need === 'energy' ? 'kWh' : 'stayMin')}
          inputMode="decimal"
          rightSection={<span className="lp-soft">{form.need === 'energy' ? 'kWh' : 'min'}</span>}
          rightSectionWidth={52}
          value={form.need === 'energy' ? form.kWh : form.stayMin}
          error={flaws.includes('kWh') || flaws.includes('stayMin') ? t('needBad') : null}
          onChange={(event) =>
            setForm({
              ...form,
              [form.need === 'energy' ? 'kWh' : 'stayMin']: event.currentTarget.value,
            })
          }
        />
      )}
      {walkUpTimes.map((time) => (
        <TextInput
          key={time}
          label={t(time)}
          description={t(`${time}Hint`)}
          inputMode="numeric"
          rightSection={<span className="lp-soft">min</span>}
          rightSectionWidth={44}
          value={form[time]}
          error={flaws.includes(time) ? t('timeBad', spanOf(time)) : null}
          onChange={(event) => setForm({ ...form, [time]: event.currentTarget.value })}
        />
      ))}
    </TermsPanel>
  )
}
