import { IconBackspace, IconLogin2 } from '@tabler/icons-react'
import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { afterKey, digitsOf } from './typed-pin.ts'
import './pin-entry.css'

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/**
 * A PIN by keys on the screen or on the keyboard; what is typed is shown as dots alone. Lies in a form, whose Enter it
 * is. The keys leave the focus in the field, so that both can be used in turn.
 */
export function PinEntry({
  label,
  value,
  onChange,
  fieldRef,
  act,
  actIcon = <IconLogin2 size={28} aria-hidden="true" />,
  ready,
  busy = false,
  disabled = false,
  invalid = false,
  focused = false,
}: {
  /** Whose PIN it is, for who can't see the screen. */
  label: string
  value: string
  onChange: (pin: string) => void
  fieldRef?: Ref<HTMLInputElement>
  /** What Enter does, for who can't see its key. */
  act: string
  actIcon?: ReactNode
  ready: boolean
  busy?: boolean
  disabled?: boolean
  invalid?: boolean
  /** In a dialog: it begins there, and Escape in it is the dialog's own, not that of one beneath. */
  focused?: boolean
}) {
  const { t } = useTranslation('session')
  const key = (name: string) => (
    <button
      key={name}
      type="button"
      className="lp-pin-key"
      tabIndex={-1}
      disabled={disabled}
      aria-label={name === 'Backspace' ? t('pin.erase') : name}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChange(afterKey(value, name) ?? value)}
    >
      {name === 'Backspace' ? <IconBackspace size={28} aria-hidden="true" /> : name}
    </button>
  )
  return (
    <div className="lp-pin" data-invalid={invalid || undefined}>
      <input
        ref={fieldRef}
        className="lp-pin-field"
        type="password"
        // A touch screen has the keys below.
        inputMode="none"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={invalid}
        data-autofocus={focused || undefined}
        data-mantine-stop-propagation={focused || undefined}
        placeholder={t('pin.hint')}
        disabled={disabled}
        value={value}
        onChange={(event) => onChange(digitsOf(event.currentTarget.value))}
      />
      <div className="lp-pin-keys" role="group" aria-label={t('pin.pad')}>
        {digits.map(key)}
        {key('Backspace')}
        {key('0')}
        <button
          type="submit"
          className="lp-pin-key lp-pin-enter"
          disabled={disabled || busy || !ready}
          aria-label={act}
          title={act}
        >
          {actIcon}
        </button>
      </div>
    </div>
  )
}
