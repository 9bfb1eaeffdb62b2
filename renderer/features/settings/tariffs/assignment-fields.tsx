import { Checkbox, Select, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { settlement } from '../../../../shared/domain/bill/bill.ts'
import { useRows } from '../../../live/use-live.ts'
import { ClockInput } from '../../../ui/input/clock-input.tsx'
import { WeekdayPicker } from '../../../ui/input/weekday-picker.tsx'
import {
  type AssignmentFlaw,
  type AssignmentForm,
  scopeKinds,
  type TypedWindow,
  usualHours,
} from './assignment-form.ts'
import { ScopeField } from './scope-field.tsx'

/** Whom and what a tariff is for. */
export function AssignmentFields({
  form,
  flaws,
  asksTariff,
  onChange,
}: {
  form: AssignmentForm
  flaws: readonly AssignmentFlaw[]
  asksTariff: boolean
  onChange: (form: AssignmentForm) => void
}) {
  const { t } = useTranslation(['tariff', 'payment'])
  const tariffs = useRows('tariff').filter(({ archivedAt }) => archivedAt === null)
  return (
    <Stack gap="md">
      {asksTariff ? (
        <Select
          label={t('scope.tariff')}
          searchable
          data={tariffs.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.tariffId}
          error={flaws.includes('tariffId') ? t('scope.bad.tariffId') : null}
          onChange={(tariffId) => onChange({ ...form, tariffId })}
        />
      ) : null}
      <Select
        label={t('scope.kind')}
        allowDeselect={false}
        data={scopeKinds.map((value) => ({ value, label: t(`scope.kinds.${value}`) }))}
        value={form.kind}
        onChange={(value) =>
          onChange({ ...form, kind: scopeKinds.find((kind) => kind === value) ?? 'site' })
        }
      />
      <ScopeField form={form} flaws={flaws} onChange={onChange} />
      <Checkbox
        label={t('scope.onlyFlexible')}
        description={t('scope.flexibleSays')}
        checked={form.isFlexible}
        onChange={(event) => onChange({ ...form, isFlexible: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('scope.onlyHours')}
        checked={form.hours !== null}
        onChange={(event) =>
          onChange({ ...form, hours: event.currentTarget.checked ? usualHours : null })
        }
      />
      {form.hours ? (
        <Hours
          hours={form.hours}
          flaws={flaws}
          onChange={(hours) => onChange({ ...form, hours })}
        />
      ) : null}
      <Select
        label={t('scope.settled')}
        description={form.settlement === null ? t('scope.usualSays') : undefined}
        allowDeselect={false}
        data={[
          { value: '', label: t('scope.usual') },
          ...settlement.options.map((value) => ({
            value,
            label: t(`payment:settlement.${value}`),
          })),
        ]}
        value={form.settlement ?? ''}
        onChange={(value) =>
          onChange({
            ...form,
            settlement: settlement.options.find((known) => known === value) ?? null,
          })
        }
      />
    </Stack>
  )
}

function Hours({
  hours,
  flaws,
  onChange,
}: {
  hours: TypedWindow
  flaws: readonly AssignmentFlaw[]
  onChange: (hours: TypedWindow) => void
}) {
  const { t } = useTranslation('tariff')
  const bad = flaws.includes('times')
  return (
    <div className="lp-tariff-hours">
      <WeekdayPicker
        label={t('scope.days')}
        value={hours.weekdays}
        error={flaws.includes('days') ? t('scope.bad.days') : null}
        onChange={(weekdays) => onChange({ ...hours, weekdays })}
      />
      <div>
        <ClockInput
          label={t('scope.from')}
          width={76}
          value={hours.from}
          error={bad}
          onChange={(from) => onChange({ ...hours, from })}
        />
        <ClockInput
          label={t('scope.until')}
          width={76}
          endOfDay
          value={hours.until}
          error={bad}
          onChange={(until) => onChange({ ...hours, until })}
        />
      </div>
      {bad ? (
        <p className="lp-tariff-bad" role="alert">
          {t('scope.bad.times')}
        </p>
      ) : null}
    </div>
  )
}
