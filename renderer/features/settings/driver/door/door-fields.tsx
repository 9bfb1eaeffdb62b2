import { Textarea, TextInput } from '@mantine/core'
import type { ParseKeys } from 'i18next'
import { useTranslation } from 'react-i18next'
import { fieldsOf, pageUrl } from './door-form.ts'
import type { DoorField, DoorFlaw, DoorFlaws, DoorForm } from './door-form.ts'

/** What a way of opening the page has to know, with what is wrong beside each. */
export function DoorFields({
  form,
  flaws,
  host,
  onChange,
}: {
  form: DoorForm
  flaws: DoorFlaws
  /** Of this computer on its network. */
  host: string
  onChange: (form: DoorForm) => void
}) {
  const { t } = useTranslation('driverPage')
  const flawOf = (field: DoorField): string | null => {
    const flaw = flaws[field]
    return flaw === undefined ? null : t(wordsOf(field, flaw), flaw)
  }
  const common = (field: DoorField) => ({
    label: t(`door.field.${field}`),
    value: form[field],
    error: flawOf(field),
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...form, [field]: event.currentTarget.value }),
  })
  const shown = fieldsOf(form.exposure)
  return (
    <div className="lp-form">
      {shown.map((field) => {
        switch (field) {
          case 'trustedProxies':
            return (
              <Textarea
                key={field}
                {...common(field)}
                description={t('door.field.trustedProxiesHint')}
                placeholder="127.0.0.1"
                autosize
                minRows={2}
                maxRows={8}
              />
            )
          case 'port':
            return (
              <TextInput
                key={field}
                {...common(field)}
                description={t(
                  form.port.trim() === '0' ? 'door.field.portFree' : 'door.field.portHint',
                )}
                inputMode="numeric"
                maxLength={5}
              />
            )
          case 'slug':
            return (
              <TextInput
                key={field}
                {...common(field)}
                description={t('door.field.slugHint', { url: pageUrl(form, host) })}
                maxLength={40}
              />
            )
          default:
            return (
              <TextInput
                key={field}
                {...common(field)}
                description={t(`door.field.${field}Hint`)}
                {...(field === 'publicUrl'
                  ? { inputMode: 'url' as const, placeholder: 'https://charge.example.com' }
                  : {})}
              />
            )
        }
      })}
    </div>
  )
}

/** Where the words of a flaw are. */
function wordsOf(field: DoorField, { why }: DoorFlaw): ParseKeys<'driverPage'> {
  if (why === 'tooLong') return 'door.field.tooLong'
  switch (field) {
    case 'port':
      return 'door.field.portBad'
    case 'slug':
      return why === 'taken' ? 'door.field.slugTaken' : 'door.field.slugBad'
    case 'publicUrl':
      return why === 'needed' ? 'door.field.publicUrlNeeded' : 'door.field.publicUrlBad'
    case 'trustedProxies':
      if (why === 'many') return 'door.field.trustedProxiesMany'
      return why === 'needed' ? 'door.field.trustedProxiesNeeded' : 'door.field.trustedProxiesBad'
    case 'certFile':
      return 'door.field.certFileNeeded'
    case 'keyFile':
      return 'door.field.keyFileNeeded'
  }
}
