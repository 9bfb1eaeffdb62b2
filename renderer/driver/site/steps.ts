/** The way to a booking: the site, what is wanted, what can be had, who comes; or in line instead. */
export type Step = 'home' | 'wish' | 'offers' | 'details' | 'line'

/** What there is of a booking so far. */
export interface SoFar {
  readonly hasWish: boolean
  readonly hasAnswer: boolean
  readonly hasChosen: boolean
}

/** The step to show: the one that the browser's history names, or the last before it for which there is enough. */
export function stepFor(named: string, { hasWish, hasAnswer, hasChosen }: SoFar): Step {
  if (!hasWish) return 'home'
  switch (named) {
    case 'wish':
      return 'wish'
    case 'offers':
    case 'line':
      return hasAnswer ? named : 'wish'
    case 'details':
      return hasAnswer && hasChosen ? 'details' : hasAnswer ? 'offers' : 'wish'
    default:
      return 'home'
  }
}
