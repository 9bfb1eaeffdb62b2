import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { useLocale } from './locale.ts'
import { en, sv } from './words.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui'
    resources: typeof en
  }
}

/** Makes every word ready in the language chosen, and keeps `<html lang>` and i18next with later choices. */
export async function setUpWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { en, sv },
    lng: useLocale.getState().language,
    fallbackLng: 'en',
    defaultNS: 'ui',
    ns: Object.keys(en),
    // React escapes already.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  const show = (language: string) => {
    document.documentElement.lang = language
    if (i18next.language !== language) void i18next.changeLanguage(language)
  }
  show(useLocale.getState().language)
  useLocale.subscribe((locale) => show(locale.language))
}
