import { Refused } from '../../../../demo/stripe/http/refused.ts'
import type { OwnStripe } from './own-stripe.ts'

/** What somebody can be asked for at Stripe just now, whether the site knows or not. */
type Asked =
  | { readonly kind: 'page'; readonly id: string }
  | { readonly kind: 'holder'; readonly id: string }
  | { readonly kind: 'reader'; readonly id: string }

function askedNow({ books }: Pick<OwnStripe, 'books'>): Asked[] {
  const pages = Object.values(books['checkout.session']).filter(({ status }) => status === 'open')
  const holders = Object.values(books.payment_intent).filter(
    ({ status }) => status === 'requires_action',
  )
  const readers = Object.values(books['terminal.reader']).filter(
    ({ action }) => action?.status === 'in_progress',
  )
  return [
    ...readers.map(({ id }) => ({ kind: 'reader' as const, id })),
    ...holders.map(({ id }) => ({ kind: 'holder' as const, id })),
    ...pages.map(({ id }) => ({ kind: 'page' as const, id })),
  ]
}

/** A payer who is asked pays, or says that he won't. */
export function pay(
  stripe: Pick<OwnStripe, 'double' | 'books'>,
  { which, card, says }: { which: number; card: string; says: boolean },
): void {
  const { controls } = stripe.double
  const asked = nth(askedNow(stripe), which)
  if (asked === undefined) return
  atStripe(() => {
    if (asked.kind === 'holder') controls.holderAnswers(asked.id, says)
    else if (asked.kind === 'page') controls.payOnPage(asked.id, card)
    else if (says) controls.presentCard(asked.id, card)
    else controls.cancelOnReader(asked.id)
  })
}

/** Does what Stripe may turn down: nothing has happened then. */
export function atStripe(act: () => unknown): void {
  try {
    act()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}

/** One of them; beyond the last it begins again at the first. */
export function nth<One>(all: readonly One[], which: number): One | undefined {
  return all[which % all.length]
}
