import { ActionIcon, Button, Menu, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TariffProblem } from '../../../../shared/domain/tariff/read-tariff.ts'
import { ClockInput } from '../../../ui/input/clock-input.tsx'
import { WeekdayPicker } from '../../../ui/input/weekday-picker.tsx'
import type { ConditionName, TypedBounds, TypedConditions } from './element-form.ts'

const names = ['times', 'days', 'dates', 'kWh', 'duration', 'kW', 'A', 'reservation'] as const

/** What a condition begins with when it is added. */
const fresh: Required<TypedConditions> = {
  times: { from: '07:00', until: '22:00' },
  days: [1, 2, 3, 4, 5],
  dates: { from: '', until: '' },
  kWh: { from: '', until: '' },
  duration: { from: '', until: '' },
  kW: { from: '', until: '' },
  A: { from: '', until: '' },
  reservation: 'RESERVATION',
}

const FIELDS: Partial<Record<ConditionName, RegExp>> = {
  times: /_time$/,
  dates: /_date$/,
  kWh: /_kwh$/,
  duration: /_duration$/,
  kW: /_power$/,
  A: /_current$/,
}

/** When an element counts: the conditions it has, each to be changed or removed, and the way to add another. */
export function ConditionFields({
  conditions,
  problems,
  onChange,
}: {
  conditions: TypedConditions
  problems: readonly TariffProblem[]
  onChange: (conditions: TypedConditions) => void
}) {
  const { t } = useTranslation('tariff')
  const shown = names.filter((name) => conditions[name] !== undefined)
  const remove = (name: ConditionName) => {
    const { [name]: _gone, ...left } = conditions
    onChange(left)
  }
  return (
    <div className="lp-tariff-conditions">
      {shown.length === 0 ? <p className="lp-soft">{t('elements.always')}</p> : null}
      {shown.map((name) => {
        const what = t(`elements.condition.${name}`)
        return (
          <div key={name} className="lp-tariff-condition" role="group" aria-label={what}>
            <span>{what}</span>
            <ConditionField
              name={name}
              conditions={conditions}
              bad={problems.some(({ path }) => FIELDS[name]?.test(path) === true)}
              onChange={onChange}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('elements.removeCondition', { what })}
              onClick={() => remove(name)}
            >
              <IconX size={16} aria-hidden="true" />
            </ActionIcon>
          </div>
        )
      })}
      {shown.length === names.length ? null : (
        <Menu position="bottom-start" withinPortal returnFocus withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              leftSection={<IconPlus size={14} aria-hidden="true" />}
            >
              {t('elements.addCondition')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {names
              .filter((name) => !shown.includes(name))
              .map((name) => (
                <Menu.Item
                  key={name}
                  onClick={() => onChange({ ...conditions, [name]: fresh[name] })}
                >
                  {t(`elements.condition.${name}`)}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}

function ConditionField({
  name,
  conditions,
  bad,
  onChange,
}: {
  name: ConditionName
  conditions: TypedConditions
  bad: boolean
  onChange: (conditions: TypedConditions) => void
}): ReactNode {
  const { t } = useTranslation('tariff')
  const what = t(`elements.condition.${name}`)
  if (name === 'days')
    return (
      <WeekdayPicker
        label=""
        value={conditions.days ?? []}
        onChange={(days) => onChange({ ...conditions, days })}
      />
    )
  if (name === 'reservation')
    return (
      <Select
        aria-label={what}
        allowDeselect={false}
        data={(['RESERVATION', 'RESERVATION_EXPIRES'] as const).map((value) => ({
          value,
          label: t(`elements.reservations.${value}`),
        }))}
        value={conditions.reservation ?? null}
        onChange={(value) =>
          onChange({
            ...conditions,
            reservation: value === 'RESERVATION_EXPIRES' ? value : 'RESERVATION',
          })
        }
      />
    )
  const bounds = conditions[name] ?? { from: '', until: '' }
  return (
    <Bounds
      name={name}
      what={what}
      bounds={bounds}
      bad={bad}
      onChange={(changed) => onChange({ ...conditions, [name]: changed })}
    />
  )
}

function Bounds({
  name,
  what,
  bounds,
  bad,
  onChange,
}: {
  name: Exclude<ConditionName, 'days' | 'reservation'>
  what: string
  bounds: TypedBounds
  bad: boolean
  onChange: (bounds: TypedBounds) => void
}) {
  const { t } = useTranslation('tariff')
  return (['from', 'until'] as const).map((end) => {
    const label = t(`elements.${end}Named`, { what })
    const put = (value: string) => onChange({ ...bounds, [end]: value })
    if (name === 'times')
      return (
        <ClockInput
          key={end}
          label={label}
          hideLabel
          width={76}
          value={bounds[end]}
          error={bad}
          onChange={put}
        />
      )
    return (
      <TextInput
        key={end}
        aria-label={label}
        placeholder={t(`elements.${end}`)}
        value={bounds[end]}
        error={bad}
        {...(name === 'dates'
          ? { type: 'date', w: 140 }
          : {
              inputMode: 'decimal' as const,
              w: 110,
              rightSection: <span className="lp-soft">{t(`elements.units.${name}`)}</span>,
              rightSectionWidth: 44,
            })}
        onChange={(event) => put(event.currentTarget.value)}
      />
    )
  })
}
