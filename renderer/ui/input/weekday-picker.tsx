import { useId } from 'react'
import { useWeekdayNames, weekdays } from './weekdays.ts'
import './weekday-picker.css'

/** Seven days to choose from, each a box of its own to tick. */
export function WeekdayPicker({
  label,
  value,
  onChange,
  error,
}: {
  label: string
  value: readonly number[]
  onChange: (days: number[]) => void
  error?: string | null
}) {
  const names = useWeekdayNames()
  const id = useId()
  const toggle = (day: number) =>
    onChange(
      value.includes(day)
        ? value.filter((known) => known !== day)
        : [...value, day].toSorted((a, b) => a - b),
    )
  return (
    <fieldset className="lp-weekdays" aria-describedby={error ? id : undefined}>
      <legend>{label}</legend>
      <div className="lp-weekdays-row">
        {weekdays.map((day) => (
          <label key={day} title={names.long(day)}>
            <input
              type="checkbox"
              checked={value.includes(day)}
              aria-label={names.long(day)}
              onChange={() => toggle(day)}
            />
            <span aria-hidden="true">{names.short(day)}</span>
          </label>
        ))}
      </div>
      {error ? (
        <div className="lp-weekdays-error" id={id}>
          {error}
        </div>
      ) : null}
    </fieldset>
  )
}
