import type { words as en } from '../en/sign.ts'
import type { SameWords } from '../same-words.ts'

/** Orden på skyltarna som hängs upp på anläggningen. */
export const words: SameWords<typeof en> = {
  scan: 'Skanna för att ladda',
  how: 'Välj tid, betala och följ laddningen i telefonen. Ingen app, inget konto.',
  code: 'Kod',
  orType: 'Eller skriv',
  prices: 'Priser',
  practice: 'Övning: ingen riktig laddning',
}
