import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ClockInput } from '../../ui/input/clock-input.tsx'
import { usualStretch } from './terms-form.ts'
import type { TypedStretch } from './terms-form.ts'

/** The hours of one weekday; without any it is closed. */
export function OpeningDay({
  name,
  stretches,
  isBad,
  onChange,
}: {
  name: string
  stretches: readonly TypedStretch[]
  isBad: (index: number) => boolean
  onChange: (stretches: TypedStretch[]) => void
}) {
  const { t } = useTranslation('settings')
  const put = (index: number, changes: Partial<TypedStretch>) =>
    onChange(stretches.map((stretch, at) => (at === index ? { ...stretch, ...changes } : stretch)))
  return (
    <li aria-label={name}>
      <span className="lp-hours-day">{name}</span>
      <div className="lp-hours-stretches">
        {stretches.map((stretch, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a stretch is nothing but its place among the day's
          <div key={index} className="lp-hours-stretch">
            <ClockInput
              label={t('bookings.opensNamed', { day: name })}
              hideLabel
              width={76}
              value={stretch.opens}
              error={isBad(index)}
              onChange={(opens) => put(index, { opens })}
            />
            <span aria-hidden="true">–</span>
            <ClockInput
              label={t('bookings.closesNamed', { day: name })}
              hideLabel
              endOfDay
              width={76}
              value={stretch.closes}
              error={isBad(index)}
              onChange={(closes) => put(index, { closes })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('bookings.removeHours', { day: name })}
              onClick={() => onChange(stretches.filter((_, at) => at !== index))}
            >
              <IconX size={16} aria-hidden="true" />
            </ActionIcon>
            {isBad(index) ? (
              <span className="lp-hours-bad" role="alert">
                {t('bookings.hoursBad')}
              </span>
            ) : null}
          </div>
        ))}
        {stretches.length === 0 ? (
          <span className="lp-hours-closed lp-soft">{t('bookings.closed')}</span>
        ) : null}
      </div>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        aria-label={t('bookings.addHoursNamed', { day: name })}
        onClick={() =>
          onChange([
            ...stretches,
            stretches.length === 0 ? usualStretch : { opens: '', closes: '' },
          ])
        }
      >
        {t('bookings.addHours')}
      </Button>
    </li>
  )
}
