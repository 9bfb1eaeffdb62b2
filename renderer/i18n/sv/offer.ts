import type { words as english } from '../en/offer.ts'
import type { SameWords } from '../same-words.ts'

/** Att hitta en tid som kan lovas. */
export const words: SameWords<typeof english> = {
  title: 'Hitta en tid',
  titleMove: 'Hitta en annan tid',
  look: 'Visa tider',
  changeWish: 'Ändra',
  allThereIs: 'allt som hinns med',
  looking: 'Letar efter tider',
  bookIt: 'Boka den här tiden',
  moveThere: 'Flytta till den här tiden',
  arrivesFrom: 'Tidigast',
  departsBy: 'Klar senast',
  stay: 'Står kvar i',
  stayHint: 'Timmar, till exempel 2 eller 2:30. Lämna tomt för så länge som laddningen tar.',
  stayBad: 'Ange timmar, eller timmar och minuter som 2:30; minst en kvart.',
  spanBad: 'Slutet måste ligga efter början.',
  order: {
    label: 'Vad som kommer först',
    soonest: 'Snarast',
    cheapest: 'Billigast',
    gentlest: 'Skonsammast',
  },
  offers: 'Tider som kan lovas',
  promised: 'Var och en av dem håller alla löften som redan är givna.',
  none: 'Ingen tid kan lovas',
  noneText: 'Inget uttag är ledigt då. Tillåt mer tid eller en annan dag.',
  mostIs: 'Som mest kan {{most}} lovas. Be om mindre, eller tillåt mer tid.',
  price: 'omkring {{amount}}',
  cost: 'el för omkring {{amount}}',
  samePeak: 'ingen högre topp',
  peak: 'topp +{{power}}',
}
