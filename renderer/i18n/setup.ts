import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { en } from './en/all.ts'
import { type Language, languages, useLocale } from './locale.ts'
import { wordsIn } from './words.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui'
    resources: typeof en
  }
}

/** Makes the words of the chosen language ready, and keeps `<html lang>` and i18next with later choices. */
export async function setUpWords(): Promise<void> {
  const { language } = useLocale.getState()
  const words = await wordsIn(language)
  await i18next.use(initReactI18next).init({
    resources: { [language]: words },
    lng: language,
    // Both languages have every word.
    fallbackLng: false,
    defaultNS: 'ui',
    ns: Object.keys(words),
    // React escapes already.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  useLocale.subscribe(() => void speak())
  await speak()
  // Papers are written in their reader's language, whatever the window speaks: the words are there before one is opened.
  requestIdleCallback(() => void Promise.all(languages.map(learn)), { timeout: 2_000 })
}

/** Goes over to the language that is chosen by now, once its words are here. */
async function speak(): Promise<void> {
  const { language } = useLocale.getState()
  await learn(language)
  if (language !== useLocale.getState().language) return
  document.documentElement.lang = language
  if (i18next.language !== language) await i18next.changeLanguage(language)
}

async function learn(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'ui')) return
  for (const [namespace, words] of Object.entries(await wordsIn(language)))
    i18next.addResourceBundle(language, namespace, words)
}
