import { expect, it } from 'vitest'
import { cardOf } from '../card/desk-card.ts'
import type { CardFacts } from '../card/desk-card.ts'
import { connectorLike, factsLike, stayLike, walkUpLike } from '../desk-fixture.ts'
import { moreActsOf } from './more-acts.ts'

const may = { attend: true, money: true }
const more = (told: Partial<CardFacts>, rights = may) => {
  const card = cardOf(factsLike(told), { refundsUnused: true }, 1_000)
  return card === null ? null : moreActsOf(card, rights)
}

it('lets a car be moved that waits or charges, and be taken back only before it charges', () => {
  const waiting = { booking: stayLike({ state: 'confirmed' }), walkUp: walkUpLike({}) }
  expect(more(waiting)).toEqual(['move', 'cancel'])
  const charging = stayLike({ state: 'charging' })
  expect(more({ booking: charging, connector: connectorLike('Charging') })).toEqual([
    'extend',
    'stop',
    'move',
    'release',
  ])
})

it('leaves to a car that has charged only its release', () => {
  expect(more({ booking: stayLike({ state: 'finished' }) })).toEqual(['release'])
})

it('starts a walk-up once more that has charged and stands there still, but none that went on elsewhere', () => {
  const booking = stayLike({ state: 'finished' })
  const walkUp = walkUpLike({ state: 'finished', endedAt: 0 })
  expect(more({ booking, walkUp })).toEqual(['start', 'release'])
  expect(more({ booking, walkUp: { ...walkUp, movedToId: 'stay-2' } })).toEqual(['release'])
})

it('offers nothing to whoever may not attend', () => {
  const booking = stayLike({ state: 'charging' })
  expect(more({ booking }, { ...may, attend: false })).toEqual([])
})
