import type { words as en } from '../en/settings.ts'
import type { SameWords } from '../same-words.ts'

/** Words of the settings screen. */
export const words: SameWords<typeof en> = {
  title: 'settings',
}
