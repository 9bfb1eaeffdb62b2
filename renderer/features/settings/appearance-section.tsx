import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { chooseLanguage, languageChoices, useLocale } from '../../i18n/locale.ts'
import { Screen } from '../../ui/frame/screen.tsx'

const themes = ['auto', 'light', 'dark'] as const

/** Light or dark, English or Swedish: at once, and only on this computer. */
export function AppearanceSection() {
  const { t } = useTranslation('settings')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const choice = useLocale((locale) => locale.choice)
  return (
    <Screen title={t('sections.appearance')} padded>
      <div className="lp-panel lp-form-panel lp-form">
        <div className="lp-choice">
          <strong id="choice-theme">{t('appearance.theme')}</strong>
          <SegmentedControl
            aria-labelledby="choice-theme"
            value={colorScheme}
            data={themes.map((value) => ({ value, label: t(`appearance.${value}`) }))}
            onChange={setColorScheme}
          />
        </div>
        <div className="lp-choice">
          <strong id="choice-language">{t('appearance.language')}</strong>
          <SegmentedControl
            aria-labelledby="choice-language"
            value={choice}
            data={languageChoices.map((value) => ({ value, label: t(`appearance.${value}`) }))}
            onChange={chooseLanguage}
          />
        </div>
        <p className="lp-soft">{t('appearance.here')}</p>
      </div>
    </Screen>
  )
}
