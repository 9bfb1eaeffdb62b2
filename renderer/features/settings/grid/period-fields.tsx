import { ActionIcon, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ClockInput } from '../../../ui/input/clock-input.tsx'
import { WeekdayPicker } from '../../../ui/input/weekday-picker.tsx'
import type { TypedPeriod } from './prices-form.ts'

/** One price that holds at certain hours of certain days. */
export function PeriodFields({
  number,
  period,
  unit,
  flaws,
  onChange,
  onRemove,
}: {
  /** Its place, from 1; where two overlap the lower counts. */
  number: number
  period: TypedPeriod
  /** What the price is in, such as SEK/kWh. */
  unit: string
  flaws: readonly ('weekdays' | 'times' | 'price')[]
  onChange: (period: TypedPeriod) => void
  onRemove: () => void
}) {
  const { t } = useTranslation('grid')
  const badTimes = flaws.includes('times')
  return (
    <li aria-label={t('prices.period', { number })}>
      <WeekdayPicker
        label={t('prices.days')}
        value={period.weekdays}
        error={flaws.includes('weekdays') ? t('prices.daysBad') : null}
        onChange={(weekdays) => onChange({ ...period, weekdays })}
      />
      <ClockInput
        label={t('prices.from')}
        width={76}
        value={period.from}
        error={badTimes}
        onChange={(from) => onChange({ ...period, from })}
      />
      <ClockInput
        label={t('prices.until')}
        width={76}
        endOfDay
        value={period.until}
        error={badTimes}
        onChange={(until) => onChange({ ...period, until })}
      />
      <TextInput
        label={t('prices.price')}
        className="lp-grid-price"
        value={period.price}
        inputMode="decimal"
        rightSection={<span className="lp-soft">{unit}</span>}
        rightSectionWidth={76}
        error={flaws.includes('price') ? t('prices.priceBad') : null}
        onChange={(event) => onChange({ ...period, price: event.currentTarget.value })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('prices.remove', { number })}
        onClick={onRemove}
      >
        <IconX size={16} aria-hidden="true" />
      </ActionIcon>
      {badTimes ? (
        <span className="lp-period-bad" role="alert">
          {t('prices.timesBad')}
        </span>
      ) : null}
    </li>
  )
}
