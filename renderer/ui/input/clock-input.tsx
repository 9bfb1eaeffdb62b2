import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { typedClock } from './typed-clock.ts'

/**
 * A time of day to type, 24 hours whatever the computer's own way is; what was typed in another way is put right when
 * the field is left. The value is the text as typed.
 */
export function ClockInput({
  value,
  onChange,
  endOfDay = false,
  hideLabel = false,
  label,
  description,
  error,
  width,
}: {
  value: string
  onChange: (typed: string) => void
  /** Whether 24:00 may be given. */
  endOfDay?: boolean
  label: string
  /** Where what stands around the field says it already. */
  hideLabel?: boolean
  description?: ReactNode
  error?: ReactNode
  width?: number
}) {
  return (
    <TextInput
      {...(hideLabel ? { 'aria-label': label } : { label })}
      description={description}
      error={error}
      value={value}
      placeholder="hh:mm"
      inputMode="numeric"
      autoComplete="off"
      spellCheck={false}
      maxLength={5}
      {...(width === undefined ? {} : { w: width })}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => onChange(typedClock(value, endOfDay) ?? value)}
    />
  )
}
