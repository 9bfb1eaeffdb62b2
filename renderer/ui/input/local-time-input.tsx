import { Input, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ClockInput } from './clock-input.tsx'
import './local-time-input.css'

/** A day and a time of day by the site's clock, as `localTimeOf` writes them; the clock has 24 hours everywhere. */
export function LocalTimeInput({
  label,
  value,
  error,
  focused = false,
  onChange,
}: {
  label: string
  value: string
  error?: string | null
  /** Whether it takes the focus when the dialog it stands in opens. */
  focused?: boolean
  onChange: (value: string) => void
}) {
  const { t } = useTranslation('ui')
  const [day = '', clock = ''] = value.split('T')
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      error={error ?? null}
      role="group"
      aria-label={label}
    >
      <div className="lp-local-time">
        <TextInput
          type="date"
          aria-label={t('dayOf', { what: label })}
          value={day}
          data-autofocus={focused || undefined}
          error={error ? true : null}
          onChange={(event) => onChange(`${event.currentTarget.value}T${clock}`)}
        />
        <ClockInput
          label={t('timeOf', { what: label })}
          hideLabel
          value={clock}
          error={error ? true : null}
          onChange={(typed) => onChange(`${day}T${typed}`)}
        />
      </div>
    </Input.Wrapper>
  )
}
