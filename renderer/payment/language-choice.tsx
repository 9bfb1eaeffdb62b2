import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { languages } from '../i18n/locale.ts'
import type { Language } from '../i18n/locale.ts'

/** Each language by its own name, so that whoever speaks it knows it. */
const names: Record<Language, string> = { en: 'English', sv: 'Svenska' }

/** In which language the payer is written to, whatever the desk speaks. */
export function LanguageChoice({
  value,
  onChange,
}: {
  value: Language
  onChange: (language: Language) => void
}) {
  const { t } = useTranslation('payment')
  return (
    <SegmentedControl
      aria-label={t('receipt.language')}
      value={value}
      data={languages.map((language) => ({ value: language, label: names[language] }))}
      onChange={(chosen) => onChange(languages.find((known) => known === chosen) ?? value)}
    />
  )
}
