import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { en } from './en/all.ts'
import { type Format, formatOf } from './format.ts'
import type { Language } from './language.ts'
import { sv } from './sv/all.ts'

/** All that the page says, in one language. */
export type Words = typeof en

const all: Record<Language, Words> = { en, sv }

/** A language, its words, and how it writes numbers and times by a site's clock. */
export interface Says {
  readonly language: Language
  readonly words: Words
  readonly format: Format
}

const kept = new Map<string, Says>()

/** The same as long as language and clock are: making one reads a language's ways to write. */
export function saysOf(language: Language, timeZone: string): Says {
  const key = `${language} ${timeZone}`
  const words = all[language]
  const says = kept.get(key) ?? {
    language,
    words,
    format: formatOf(language, timeZone, words.time),
  }
  kept.set(key, says)
  return says
}

export const Speech = createContext<Says>(saysOf('en', 'UTC'))

/** What the page says here. */
export const useSays = (): Says => useContext(Speech)
