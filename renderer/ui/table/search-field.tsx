import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** A field that narrows a list as one types; Escape empties it. */
export function SearchField({
  value,
  onChange,
  label,
  width = 240,
}: {
  value: string
  onChange: (value: string) => void
  /** What is searched, also the placeholder. */
  label: string
  width?: number
}) {
  const { t } = useTranslation('ui')
  return (
    <TextInput
      type="search"
      size="sm"
      w={width}
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || value === '') return
        event.preventDefault()
        onChange('')
      }}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      rightSection={
        value === '' ? null : (
          <CloseButton size="sm" aria-label={t('clearSearch')} onClick={() => onChange('')} />
        )
      }
    />
  )
}
