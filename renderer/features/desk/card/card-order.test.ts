import fc from 'fast-check'
import { expect, it } from 'vitest'
import { factsLike, stayLike, walkUpLike } from '../desk-fixture.ts'
import { compareCards } from './card-order.ts'
import { cardOf } from './desk-card.ts'
import type { CardFacts, DeskCard } from './desk-card.ts'

const now = 1_000_000
const cardLike = (told: Partial<CardFacts>): DeskCard => {
  const card = cardOf(factsLike(told), { refundsUnused: true }, now)
  if (card === null) throw new Error('The desk has nothing to do with that.')
  return card
}

it('puts first what has gone wrong, and last what goes on by itself', () => {
  const walkUps = [
    walkUpLike({ id: 'starting', state: 'starting' }),
    walkUpLike({ id: 'plugIn', state: 'waitingForCar' }),
    walkUpLike({ id: 'stuck', state: 'starting', failure: 'chargerSilent' }),
    walkUpLike({ id: 'pay', state: 'waitingForPayment' }),
  ]
  const cards = walkUps.map((walkUp) =>
    cardLike({ walkUp, booking: stayLike({ id: walkUp.id, state: 'confirmed' }) }),
  )
  const order = cards.toSorted(compareCards).map(({ id }) => id)
  expect(order).toEqual(['stuck', 'pay', 'plugIn', 'starting'])
})

it('lets whoever departs soonest come first among those that charge', () => {
  const departing = (id: string, departsAt: number) =>
    cardLike({ booking: stayLike({ id, state: 'charging', departsAt }) })
  const cards = [departing('late', 9_000), departing('soon', 8_000)]
  expect(cards.toSorted(compareCards).map(({ id }) => id)).toEqual(['soon', 'late'])
})

it('is an order: the same whichever way the cards come', () => {
  const anyCard = fc.record({ id: fc.uuid(), departsAt: fc.nat(50), finishedAt: fc.nat(50) })
  fc.assert(
    fc.property(fc.uniqueArray(anyCard, { selector: ({ id }) => id }), (stays) => {
      const cards = stays.map((stay) =>
        cardLike({ booking: stayLike({ ...stay, state: 'finished' }) }),
      )
      const ids = (list: DeskCard[]) => list.toSorted(compareCards).map(({ id }) => id)
      expect(ids(cards.toReversed())).toEqual(ids(cards))
    }),
    { numRuns: 50 },
  )
})
