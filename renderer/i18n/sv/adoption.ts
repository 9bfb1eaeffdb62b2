import type { words as en } from '../en/adoption.ts'
import type { SameWords } from '../same-words.ts'

/** Words of the adoption screen. */
export const words: SameWords<typeof en> = {
  title: 'adoption',
}
