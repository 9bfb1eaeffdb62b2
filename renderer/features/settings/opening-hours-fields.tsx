import { Button, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useWeekdayNames, weekdays } from '../../ui/input/weekdays.ts'
import { OpeningDay } from './opening-day.tsx'
import type { TermsFlaw, TermsForm } from './terms-form.ts'
import './opening-hours.css'

/** When the gate is open: always, or weekday by weekday. */
export function OpeningHoursFields({
  form,
  flaws,
  onChange,
}: {
  form: TermsForm
  flaws: readonly TermsFlaw[]
  onChange: (form: TermsForm) => void
}) {
  const { t } = useTranslation('settings')
  const names = useWeekdayNames()
  const isBad = (weekday: number, index: number) =>
    flaws.some(
      (flaw) => typeof flaw === 'object' && flaw.weekday === weekday && flaw.index === index,
    )
  const [monday = []] = form.days
  const likeMonday = () =>
    onChange({ ...form, days: form.days.map((day, index) => (index < 5 ? monday : day)) })
  return (
    <fieldset className="lp-hours">
      <legend>{t('bookings.hours')}</legend>
      <p className="lp-soft">{t('bookings.hoursHint')}</p>
      <SegmentedControl
        aria-label={t('bookings.hours')}
        data={[
          { value: 'always', label: t('bookings.always') },
          { value: 'week', label: t('bookings.byWeek') },
        ]}
        value={form.always ? 'always' : 'week'}
        onChange={(value) => onChange({ ...form, always: value === 'always' })}
      />
      {form.always ? null : (
        <>
          <ul className="lp-hours-days">
            {weekdays.map((weekday) => (
              <OpeningDay
                key={weekday}
                name={names.long(weekday)}
                stretches={form.days[weekday - 1] ?? []}
                isBad={(index) => isBad(weekday, index)}
                onChange={(stretches) =>
                  onChange({
                    ...form,
                    days: form.days.map((day, index) => (index === weekday - 1 ? stretches : day)),
                  })
                }
              />
            ))}
          </ul>
          <Button variant="default" size="compact-sm" onClick={likeMonday}>
            {t('bookings.likeMonday')}
          </Button>
        </>
      )}
    </fieldset>
  )
}
