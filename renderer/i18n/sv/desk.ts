import type { words as en } from '../en/desk.ts'
import type { SameWords } from '../same-words.ts'

/** Betjäningens ord: drop-in, och bilarna som väntar, laddar och står kvar. */
export const words: SameWords<typeof en> = {
  title: 'Betjäning',
}
