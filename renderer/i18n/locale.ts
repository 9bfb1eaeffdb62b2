import { create } from 'zustand'

/** The languages there are words in. */
export const languages = ['en', 'sv'] as const
export type Language = (typeof languages)[number]

/** What stands between whole and broken digits. */
export type DecimalSign = '.' | ','

export function decimalSign(language: Language): DecimalSign {
  return language === 'sv' ? ',' : '.'
}

/** What a person may choose: a language, or whatever the computer speaks. */
export const languageChoices = ['system', ...languages] as const
export type LanguageChoice = (typeof languageChoices)[number]

const REMEMBERED = 'laddplan.language'

type Locale = { choice: LanguageChoice; language: Language; timeZone: string }

/** The language shown and the time zone that clock times are written in (the site's, once it is known). */
export const useLocale = create<Locale>(() => {
  const choice = languageChoices.find((known) => known === remembered()) ?? 'system'
  return {
    choice,
    language: languageOf(choice),
    // Intl would read a language's words first: 7 ms before anything is drawn.
    timeZone: Temporal.Now.timeZoneId(),
  }
})

/** Switches the language at once and remembers it on this computer. */
export function chooseLanguage(choice: LanguageChoice): void {
  globalThis.localStorage?.setItem(REMEMBERED, choice)
  useLocale.setState({ choice, language: languageOf(choice) })
}

/** Speaks a person's language while they are here, without remembering it; null: this computer's again. */
export function speakTo(language: Language | null): void {
  const { choice } = useLocale.getState()
  useLocale.setState({ language: language ?? languageOf(choice) })
}

/** Writes clock times in this IANA time zone from now on. */
export function setTimeZone(timeZone: string): void {
  if (useLocale.getState().timeZone !== timeZone) useLocale.setState({ timeZone })
}

function languageOf(choice: LanguageChoice): Language {
  if (choice !== 'system') return choice
  const spoken = globalThis.navigator?.languages ?? []
  const known = spoken.map((tag) =>
    languages.find((language) => tag.toLowerCase().startsWith(language)),
  )
  return known.find((language) => language !== undefined) ?? 'en'
}

function remembered(): string | null {
  return globalThis.localStorage?.getItem(REMEMBERED) ?? null
}
