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

export function saysOf(language: Language, timeZone: string): Says {
  const words = all[language]
  return { language, words, format: formatOf(language, timeZone, words.time) }
}

export const Speech = createContext<Says>(saysOf('en', 'UTC'))

/** What the page says here. */
export const useSays = (): Says => useContext(Speech)
