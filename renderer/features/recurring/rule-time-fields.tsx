import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ClockInput } from '../../ui/input/clock-input.tsx'
import { typedClock } from '../../ui/input/typed-clock.ts'
import { WeekdayPicker } from '../../ui/input/weekday-picker.tsx'
import type { RuleFlaw, RuleForm } from './rule-form.ts'

/** When a rule books: its weekdays, its hours, its first and last day; of one that is there, from when a change holds. */
export function RuleTimeFields({
  form,
  onChange,
  flaws,
  from,
  onFrom,
  today,
}: {
  form: RuleForm
  onChange: (form: RuleForm) => void
  flaws: readonly RuleFlaw[]
  /** yyyy-mm-dd; null for a new rule. */
  from: string | null
  onFrom: (day: string) => void
  today: string
}) {
  const { t } = useTranslation('recurring')
  const [arrives, departs] = [typedClock(form.arrives), typedClock(form.departs)]
  const bad = (flaw: RuleFlaw, words: string) => (flaws.includes(flaw) ? words : null)
  return (
    <>
      <WeekdayPicker
        label={t('weekdays')}
        value={form.weekdays}
        error={bad('weekdays', t('weekdaysBad'))}
        onChange={(weekdays) => onChange({ ...form, weekdays })}
      />
      <div className="lp-rule-pair">
        <ClockInput
          label={t('arrives')}
          value={form.arrives}
          error={bad('arrives', t('clockBad'))}
          onChange={(typed) => onChange({ ...form, arrives: typed })}
        />
        <ClockInput
          label={t('departs')}
          value={form.departs}
          error={bad('departs', t('clockBad'))}
          onChange={(typed) => onChange({ ...form, departs: typed })}
        />
      </div>
      {arrives !== null && departs !== null ? (
        <p className="lp-rule-next lp-soft">
          {departs > arrives ? t('departsSame') : t('departsNext')}
        </p>
      ) : null}
      <div className="lp-rule-pair">
        <TextInput
          type="date"
          label={t('firstOn')}
          value={form.firstOn}
          error={bad('firstOn', t('firstOnBad'))}
          onChange={(event) => onChange({ ...form, firstOn: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('lastOn')}
          value={form.lastOn}
          min={form.firstOn}
          error={bad('lastOn', t('lastOnBad'))}
          onChange={(event) => onChange({ ...form, lastOn: event.currentTarget.value })}
        />
      </div>
      <p className="lp-rule-next lp-soft">{t('lastOnHint')}</p>
      {from === null ? null : (
        <TextInput
          type="date"
          label={t('from')}
          description={t('fromHint')}
          value={from}
          min={today}
          onChange={(event) => onFrom(event.currentTarget.value)}
        />
      )}
    </>
  )
}
