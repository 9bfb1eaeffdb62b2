import { Alert, Checkbox, Radio, Stack, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { flawsOf, keyChoices, WORDS_MAX } from './adopt-form.ts'
import type { AdoptForm } from './adopt-form.ts'
import { ZoneField } from './zone-field.tsx'

/** Name, zone and key of a charger about to be adopted. */
export function AdoptFields({
  form,
  onChange,
  ownPassword,
}: {
  form: AdoptForm
  onChange: (form: AdoptForm) => void
  ownPassword: boolean
}) {
  const { t } = useTranslation('adoption')
  const flaws = flawsOf(form)
  const nameFlaw = flaws.includes('nameNeeded')
    ? t('adopt.nameNeeded')
    : flaws.includes('nameTooLong')
      ? t('adopt.tooLong', { max: WORDS_MAX })
      : null
  return (
    <Stack gap="md">
      <TextInput
        label={t('adopt.name')}
        description={t('adopt.nameHint')}
        value={form.name}
        error={nameFlaw}
        onChange={(event) => onChange({ ...form, name: event.currentTarget.value })}
      />
      <ZoneField value={form.zone} onChange={(zone) => onChange({ ...form, zone })} />
      <Radio.Group
        label={t('adopt.key')}
        value={form.key}
        onChange={(value) => {
          const key = keyChoices.find((choice) => choice === value)
          if (key) onChange({ ...form, key, agreed: false })
        }}
      >
        <Stack gap="sm" mt="xs">
          {keyChoices.map((choice) => (
            <Radio
              key={choice}
              value={choice}
              label={t(`adopt.${choice}`)}
              description={t(
                choice === 'keepOwn' && !ownPassword ? 'adopt.keepOwnNot' : `adopt.${choice}Hint`,
              )}
              disabled={choice === 'keepOwn' && !ownPassword}
            />
          ))}
        </Stack>
      </Radio.Group>
      {form.key === 'none' ? (
        <NoPasswordWarning
          agreed={form.agreed}
          onAgree={(agreed) => onChange({ ...form, agreed })}
        />
      ) : null}
    </Stack>
  )
}

/** What no password means, and the box that says it is meant. */
export function NoPasswordWarning({
  agreed,
  onAgree,
}: {
  agreed: boolean
  onAgree: (agreed: boolean) => void
}) {
  const { t } = useTranslation('adoption')
  return (
    <Alert className="lp-warning" icon={<IconAlertTriangle size={18} aria-hidden="true" />} p="sm">
      <p>{t('adopt.noneWarning')}</p>
      <Checkbox
        label={t('adopt.noneAgree')}
        checked={agreed}
        onChange={(event) => onAgree(event.currentTarget.checked)}
      />
    </Alert>
  )
}
