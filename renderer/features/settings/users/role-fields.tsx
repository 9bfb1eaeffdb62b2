import { Radio, Select, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { mayDo, right, role } from '../../../../shared/domain/user/role.ts'
import type { Role } from '../../../../shared/domain/user/role.ts'
import type { User } from '../../../../shared/domain/user/user.ts'
import { languages } from '../../../i18n/locale.ts'

/** The rights that have words: everybody may say who they are. */
export const toldRights = right.options.filter((one) => one !== 'anyone')

/** Which role somebody has; what it may do is said with it. `fixed`: it can't be another just now. */
export function RoleField({
  value,
  fixed = false,
  onChange,
}: {
  value: Role
  fixed?: boolean
  onChange: (role: Role) => void
}) {
  const { t } = useTranslation(['users', 'session'])
  const offered = fixed ? [value] : role.options
  const doing = (of: Role) => {
    const may = toldRights.filter((one) => mayDo(of, one))
    return may.length === toldRights.length
      ? t('users:roles.everything')
      : may.map((one) => (
          <span key={one} className="lp-role-may">
            {t(`users:roles.${one}`)}
          </span>
        ))
  }
  return (
    <Radio.Group
      label={t('users:role')}
      value={value}
      onChange={(chosen) => onChange(role.options.find((one) => one === chosen) ?? value)}
    >
      <Stack gap="sm" mt={4}>
        {offered.map((one) => (
          <Radio
            key={one}
            value={one}
            label={t(`session:role.${one}`)}
            description={one === value ? doing(one) : null}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}

/** In which language a window speaks while they are in. */
export function LanguageField({
  value,
  onChange,
}: {
  value: User['language']
  onChange: (language: User['language']) => void
}) {
  const { t } = useTranslation(['users', 'settings'])
  return (
    <Select
      label={t('users:language')}
      description={t('users:languageHint')}
      allowDeselect={false}
      value={value ?? 'computer'}
      data={[
        { value: 'computer', label: t('users:asComputer') },
        ...languages.map((one) => ({ value: one, label: t(`settings:appearance.${one}`) })),
      ]}
      onChange={(chosen) => onChange(languages.find((one) => one === chosen) ?? null)}
    />
  )
}
