import { Checkbox, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LocalTimeInput } from '../../../ui/input/local-time-input.tsx'
import type { HoldsFlaw, HoldsForm } from './holds-form.ts'

/** From when and until when a version is to hold. */
export function HoldsFields({
  form,
  flaws,
  onChange,
}: {
  form: HoldsForm
  flaws: readonly HoldsFlaw[]
  onChange: (form: HoldsForm) => void
}) {
  const { t } = useTranslation('tariff')
  return (
    <div className="lp-tariff-holds">
      <div className="lp-choice">
        <span id="tariff-holds">{t('editor.holdsFrom')}</span>
        <SegmentedControl
          aria-labelledby="tariff-holds"
          data={[
            { value: 'now', label: t('editor.now') },
            { value: 'later', label: t('editor.later') },
          ]}
          value={form.begins}
          onChange={(begins) => onChange({ ...form, begins })}
        />
      </div>
      {form.begins === 'later' ? (
        <LocalTimeInput
          label={t('editor.holdsFrom')}
          value={form.from}
          error={flaws.includes('from') ? t('editor.laterBad') : null}
          onChange={(from) => onChange({ ...form, from })}
        />
      ) : null}
      <Checkbox
        label={t('editor.endless')}
        checked={!form.ends}
        onChange={(event) => onChange({ ...form, ends: !event.currentTarget.checked })}
      />
      {form.ends ? (
        <LocalTimeInput
          label={t('editor.end')}
          value={form.until}
          error={flaws.includes('until') ? t('editor.endBad') : null}
          onChange={(until) => onChange({ ...form, until })}
        />
      ) : null}
    </div>
  )
}
