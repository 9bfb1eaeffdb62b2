import { Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NewPinFlaw, NewPinForm } from './new-pin-form.ts'
import { digitsOf } from './typed-pin.ts'

/** The fields of a PIN that is being chosen; what is wrong is told once a field was left. */
export function NewPinFields({
  form,
  flaws,
  onChange,
}: {
  form: NewPinForm
  flaws: readonly NewPinFlaw[]
  onChange: (form: NewPinForm) => void
}) {
  const { t } = useTranslation('session')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const field = (
    name: 'old' | 'pin' | 'again',
    label: string,
    error: string | null,
    hint?: string,
  ) => (
    <TextInput
      label={label}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      required
      description={hint}
      value={form[name] ?? ''}
      error={left.has(name) ? error : null}
      onBlur={() => setLeft(new Set([...left, name]))}
      onChange={(event) => onChange({ ...form, [name]: digitsOf(event.currentTarget.value) })}
    />
  )
  const has = (flaw: NewPinFlaw) => flaws.includes(flaw)
  const pinError = has('length') ? t('newPin.newBad') : has('easy') ? t('newPin.easy') : null
  return (
    <Stack gap="md">
      {form.old === null
        ? null
        : field('old', t('newPin.old'), has('old') ? t('newPin.oldBad') : null)}
      {field('pin', t('newPin.new'), pinError, t('newPin.hint'))}
      {field('again', t('newPin.again'), has('again') ? t('newPin.differs') : null)}
    </Stack>
  )
}
