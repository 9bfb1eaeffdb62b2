import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RuleFlaw, RuleForm } from './rule-form.ts'

const kinds = ['open', 'energy', 'soc'] as const

/** How much each booking of a rule is to bring: an energy, a charge level, or what there is time for. */
export function RuleNeedFields({
  form,
  onChange,
  flaws,
}: {
  form: RuleForm
  onChange: (form: RuleForm) => void
  flaws: readonly RuleFlaw[]
}) {
  const { t } = useTranslation('recurring')
  const field = (name: 'energyKwh' | 'batteryKwh' | 'arrivalPct' | 'departurePct', unit: string) =>
    ({
      value: form[name],
      inputMode: 'decimal',
      rightSection: <span className="lp-soft">{unit}</span>,
      rightSectionWidth: 44,
      onChange: (event: { currentTarget: { value: string } }) =>
        onChange({ ...form, [name]: event.currentTarget.value }),
    }) as const
  return (
    <>
      <Select
        label={t('need.label')}
        data={kinds.map((value) => ({ value, label: t(`need.${value}`) }))}
        value={form.need}
        allowDeselect={false}
        onChange={(value) => {
          const need = kinds.find((known) => known === value)
          if (need) onChange({ ...form, need })
        }}
      />
      {form.need === 'energy' ? (
        <TextInput
          {...field('energyKwh', 'kWh')}
          label={t('need.energy')}
          error={flaws.includes('energy') ? t('need.energyBad') : null}
        />
      ) : null}
      {form.need === 'soc' ? (
        <>
          <TextInput
            {...field('batteryKwh', 'kWh')}
            label={t('need.battery')}
            error={flaws.includes('battery') ? t('need.batteryBad') : null}
          />
          <div className="lp-rule-pair">
            <TextInput {...field('arrivalPct', '%')} label={t('need.arrivalPct')} />
            <TextInput
              {...field('departurePct', '%')}
              label={t('need.departurePct')}
              error={flaws.includes('percent') ? t('need.percentBad') : null}
            />
          </div>
        </>
      ) : null}
    </>
  )
}
