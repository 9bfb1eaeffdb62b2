import { type Language, languageOf } from '../words/language.ts'
import { keep, kept } from './storage.ts'

const NAME = 'language'

/** What was chosen here, or else what the browser speaks. */
export function chosenLanguage(): Language {
  const choice = kept(NAME)
  return choice === 'en' || choice === 'sv' ? choice : languageOf(navigator.languages)
}

export function chooseLanguage(language: Language): void {
  keep(NAME, language)
}
