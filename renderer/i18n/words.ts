import type { en } from './en/all.ts'
import type { Language } from './locale.ts'
import type { SameWords } from './same-words.ts'

/** Every word of the window, by namespace. */
export type Words = SameWords<typeof en>

/** Fetches a language's words: a window opens with those of one, and fetches another's when it is to speak it. */
export async function wordsIn(language: Language): Promise<Words> {
  switch (language) {
    case 'en':
      return (await import('./en/all.ts')).en
    case 'sv':
      return (await import('./sv/all.ts')).sv
  }
}
